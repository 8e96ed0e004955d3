import { integerIn } from '../distributions/internal/parameter';
import { standardExponential } from '../distributions/internal/standard-exponential';
import { nextBelow } from '../random/integer';
import type { Rng } from '../random/rng';

/** The most values kept: what an array holds. */
const mostKept = 4294967295;

/**
 * `k` values of a stream of unknown length n, each set of k with the same probability, in one pass and the memory of k
 * values. Of a stream of k values or fewer, all. Which values are kept is uniform, their order is not: shuffle it where
 * order matters.
 *
 * Algorithm L (Li, "Reservoir-sampling algorithms of time complexity O(n(1 + log(N/n)))", 1994): values are passed over
 * without a draw, in leaps that are drawn. 2 exponential values at the start, then 2 and an integer for each of the
 * k (1/(k + 1) + ... + 1/n), about k ln(n / k), values that enter: 5.14 draws of 32 bits each.
 *
 * @param values read to the end
 * @param k an integer, 0 or more
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('sample').at(0);
 * const kept = reservoir(rng, new Set(['a', 'b', 'c', 'd']), 2);
 * kept.length; // => 2
 * reservoir(rng, [1, 2, 3], 5); // => [1, 2, 3]
 * ```
 */
export function reservoir<T>(rng: Rng, values: Iterable<T>, k: number): T[] {
  integerIn('k', k, 0, mostKept);
  const kept: T[] = [];
  if (k === 0) return kept;
  // The k-th smallest of as many uniform marks as there were values: a value enters with this chance.
  let mark = 1;
  let toPass = 0;
  const leap = (): void => {
    mark *= Math.exp(-standardExponential(rng) / k);
    toPass = Math.floor(standardExponential(rng) / -Math.log1p(-mark));
  };
  for (const value of values) {
    if (kept.length < k) {
      kept.push(value);
      if (kept.length === k) leap();
    } else if (toPass > 0) {
      toPass--;
    } else {
      kept[nextBelow(rng, k)] = value;
      leap();
    }
  }
  return kept;
}

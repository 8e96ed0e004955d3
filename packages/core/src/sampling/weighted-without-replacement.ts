import { integerIn, parameter } from '../distributions/internal/parameter';
import type { Rng } from '../random/rng';
import { aliasTable, totalWeight } from './alias-table';
import { exponentialRace } from './internal/exponential-race';
import { indexSet } from './internal/index-set';

/** Draws of distinct indices by weight. Frozen and stateless: a sample reads the generator and nothing else. */
export interface WeightedSampler {
  /** The number of weights. */
  readonly size: number;
  /** How many of them are above 0: the largest sample. */
  readonly drawable: number;
  /** The sum of the weights. */
  readonly total: number;
  /**
   * Writes `k` distinct indices to the front of `out`, in the order of the draws, and returns it.
   *
   * @param k in [0, drawable]
   * @param out of length k or more; without it, an array of its own of length k
   * @throws SynthError `PARAMETER_INVALID`
   */
  sample(rng: Rng, k: number, out?: Int32Array): Int32Array;
}

/** With more tries expected for a new index than this, the alias table's rounding would begin to show. */
const mostTries = 64;

/**
 * Weighted sampling without replacement: the first index comes with weight / total, each further one with its weight
 * over the weight that is left. Exact to the rounding of doubles, and so is the order.
 *
 * Indices come from an alias table and one that was drawn before is rejected: 2 draws of 32 bits a try, at most 2 tries
 * expected an index while the drawn weight is under one half, O(k) whatever the size. Beyond that, once the tries
 * expected outnumber the indices left (or exceed 64 an index), an exponential race among those decides: 2.07 draws for
 * each of them, O(size + k log k). The change of method depends on the indices drawn alone, and given these the next
 * has the same law under both.
 *
 * @param weights at least one, each finite and 0 or more, with a sum above 0; copied
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const shelf = weightedSampler([8, 0, 4, 2, 1]);
 * shelf.drawable; // => 4
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('basket').at(0);
 * [...shelf.sample(rng, 4)].sort(); // => [0, 2, 3, 4]
 * ```
 */
export function weightedSampler(weights: ArrayLike<number>): WeightedSampler {
  const table = aliasTable(weights);
  const { size, total } = table;
  const copied = Float64Array.from(weights);
  const drawable = countDrawable(copied);
  return Object.freeze({
    size,
    drawable,
    total,
    sample(rng: Rng, k: number, out: Int32Array = emptySample(k, drawable)): Int32Array {
      checkSample(k, drawable, out);
      const drawn = indexSet(k);
      let taken = 0;
      let rest = total;
      while (taken < k) {
        const tries = total / rest;
        if (tries > 2 && (!(tries <= mostTries) || tries * (k - taken) > drawable - taken)) break;
        let index = table.draw(rng);
        while (!drawn.add(index)) index = table.draw(rng);
        out[taken++] = index;
        // May end a little below 0 by rounding: the race has begun by then.
        rest = Math.max(0, rest - copied[index]!);
      }
      exponentialRace(rng, { weights: copied, isOut: drawn.has, out, from: taken, to: k });
      return out;
    },
  });
}

/**
 * One sample of `k` distinct indices by weight without replacement, in the order of the draws, for weights that are
 * used once: an exponential race, O(weights + k log k), 2.07 draws of 32 bits for each positive weight. For more than
 * one sample of the same weights see {@link weightedSampler}.
 *
 * @param weights at least one, each finite and 0 or more, with a sum above 0
 * @param k from 0 to the number of positive weights
 * @param out of length k or more, filled from the front and returned; without it, an array of its own of length k
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('podium').at(0);
 * [...weightedSample(rng, [5, 0, 5, 1], 3)].sort(); // => [0, 2, 3]
 * ```
 */
export function weightedSample(
  rng: Rng,
  weights: ArrayLike<number>,
  k: number,
  out?: Int32Array,
): Int32Array {
  totalWeight(weights);
  const drawable = countDrawable(weights);
  const into = out ?? emptySample(k, drawable);
  checkSample(k, drawable, into);
  exponentialRace(rng, { weights, isOut: () => false, out: into, from: 0, to: k });
  return into;
}

function countDrawable(weights: ArrayLike<number>): number {
  let drawable = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) drawable++;
  return drawable;
}

function emptySample(k: number, drawable: number): Int32Array {
  integerIn('k', k, 0, drawable);
  return new Int32Array(k);
}

function checkSample(k: number, drawable: number, out: Int32Array): void {
  integerIn('k', k, 0, drawable);
  if (out.length < k) parameter(false, 'out.length', out.length, `${k} or more`);
}

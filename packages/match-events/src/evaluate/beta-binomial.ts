/** How much people differ in a rate, beyond the chance of their counts. */
export interface BetaBinomialFit {
  readonly mean: number;
  /** Overdispersion: 0 where all have one rate, 1 where everybody says always yes or always no. */
  readonly rho: number;
}

/**
 * The beta-binomial distribution most likely to give counts: each person's rate is drawn from a beta distribution with
 * mean m and rho = 1 / (1 + alpha + beta). The likelihood is maximised by golden sections over rho, and over the mean
 * within.
 *
 * @param successes of each person
 * @param trials of each person; people without any do not count
 * @example
 * ```ts
 * const { mean, rho } = betaBinomialFit([0, 10, 5, 2, 8], [10, 10, 10, 10, 10]);
 * mean.toFixed(3); // => '0.500'
 * rho > 0.2; // => true
 * ```
 */
export function betaBinomialFit(successes: ArrayLike<number>, trials: ArrayLike<number>): BetaBinomialFit {
  const most = Array.from(trials).reduce((one, other) => Math.max(one, other), 0);
  if (most === 0) return { mean: Number.NaN, rho: Number.NaN };
  // The likelihood is a product over j of (a + j) for each success beyond the j-th, and so on: counted once.
  const [yes, no, all] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
  for (let i = 0; i < trials.length; i++) {
    const [k, n] = [successes[i]!, trials[i]!];
    for (let j = 0; j < k; j++) yes[j]!++;
    for (let j = 0; j < n - k; j++) no[j]!++;
    for (let j = 0; j < n; j++) all[j]!++;
  }
  const logLikelihood = (mean: number, rho: number): number => {
    const both = (1 - rho) / rho;
    const a = mean * both;
    const b = both - a;
    let sum = 0;
    for (let j = 0; j < most; j++) {
      sum += yes[j]! * Math.log(a + j) + no[j]! * Math.log(b + j) - all[j]! * Math.log(both + j);
    }
    return sum;
  };
  const meanAt = (rho: number): number => highest((mean) => logLikelihood(mean, rho), 1e-6, 1 - 1e-6);
  const rho = highest((one) => logLikelihood(meanAt(one), one), 1e-6, 1 - 1e-6);
  return { mean: meanAt(rho), rho };
}

const golden = (Math.sqrt(5) - 1) / 2;

/** Where a function with one peak is highest. */
function highest(of: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let [atLeft, atRight] = [of(left), of(right)];
  while (high - low > 1e-7) {
    if (atLeft > atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - golden * (high - low);
      atLeft = of(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + golden * (high - low);
      atRight = of(right);
    }
  }
  return (low + high) / 2;
}

import { positive } from './internal/parameter';
import { makeSampler } from './internal/make-sampler';
import { logStandardGamma, standardGamma } from './internal/standard-gamma';
import type { Rng } from '../random/rng';
import type { Sampler } from './sampler';

/** Parameters of {@link beta}. */
export interface BetaParams {
  /** The first shape, above 0. */
  readonly alpha: number;
  /** The second shape, above 0. */
  readonly beta: number;
}

/** Below this sum of shapes both gamma values may underflow at once, and logarithms are taken. */
const smallSum = 0.1;

/**
 * The beta distribution, density x^(alpha - 1) (1 - x)^(beta - 1) / B(alpha, beta) on [0, 1]; a value nearer to an end
 * than a double can tell is that end.
 *
 * X / (X + Y) of two gamma values: their draws together.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const activity = beta({ alpha: 2, beta: 5 });
 * activity.mean.toFixed(4); // => '0.2857'
 * ```
 */
export function beta(params: BetaParams): Sampler<BetaParams> {
  const { alpha, beta: other } = params;
  positive('alpha', alpha);
  positive('beta', other);
  const sum = alpha + other;
  const mean = alpha / sum;
  return makeSampler({
    name: 'beta',
    params: { alpha, beta: other },
    mean,
    variance: (mean * (other / sum)) / (sum + 1),
    draw: sum < smallSum ? ratioOfLogs(alpha, other) : ratio(alpha, other),
  });
}

function ratio(alpha: number, other: number): (rng: Rng) => number {
  const first = standardGamma(alpha);
  const second = standardGamma(other);
  return (rng) => {
    const x = first(rng);
    return x / (x + second(rng));
  };
}

function ratioOfLogs(alpha: number, other: number): (rng: Rng) => number {
  const first = logStandardGamma(alpha);
  const second = logStandardGamma(other);
  return (rng) => {
    const x = first(rng);
    return 1 / (1 + Math.exp(second(rng) - x));
  };
}

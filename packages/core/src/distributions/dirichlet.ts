import { makeVectorSampler } from './internal/make-vector-sampler';
import { parameter, positive } from './internal/parameter';
import { logStandardGamma, standardGamma } from './internal/standard-gamma';
import type { Rng } from '../random/rng';
import type { VectorSampler } from './sampler';

/** Parameters of {@link dirichlet}. */
export interface DirichletParams {
  /** The concentrations, at least one, each above 0. Below 1 a draw favours few coordinates. */
  readonly alpha: readonly number[];
}

/** Below this sum of concentrations all gamma values may underflow at once, and logarithms are taken. */
const smallShapes = 0.1;

/**
 * The Dirichlet distribution: shares, 0 or more, that sum to 1, density proportional to the product of
 * x_i^(alpha_i - 1).
 *
 * Gamma values over their sum: the draws of {@link gamma}, a coordinate after the other.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const taste = dirichlet({ alpha: [0.5, 0.5, 1] });
 * taste.mean; // => [0.25, 0.25, 0.5]
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('taste').at(0);
 * taste.draw(rng).reduce((sum, share) => sum + share).toFixed(12); // => '1.000000000000'
 * ```
 */
export function dirichlet(params: DirichletParams): VectorSampler<DirichletParams> {
  const alpha = Object.freeze([...params.alpha]);
  parameter(alpha.length > 0, 'alpha', params.alpha, 'a list of at least one number');
  alpha.forEach((one, i) => positive(`alpha[${i}]`, one));
  const sum = alpha.reduce((total, one) => total + one, 0);
  const mean = alpha.map((one) => one / sum);
  return makeVectorSampler({
    name: 'dirichlet',
    params: { alpha },
    mean,
    variance: mean.map((share) => (share * (1 - share)) / (sum + 1)),
    drawAt: sum < smallShapes ? sharesOfLogs(alpha) : shares(alpha),
  });
}

type DrawAt = (rng: Rng, out: Float64Array, at: number) => void;

function shares(alpha: readonly number[]): DrawAt {
  const gammas = alpha.map(standardGamma);
  return (rng, out, at) => {
    let sum = 0;
    for (let i = 0; i < gammas.length; i++) sum += out[at + i] = gammas[i]!(rng);
    scale(out, at, gammas.length, sum);
  };
}

function sharesOfLogs(alpha: readonly number[]): DrawAt {
  const gammas = alpha.map(logStandardGamma);
  return (rng, out, at) => {
    let largest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < gammas.length; i++) {
      const value = (out[at + i] = gammas[i]!(rng));
      if (value > largest) largest = value;
    }
    let sum = 0;
    for (let i = at; i < at + gammas.length; i++) sum += out[i] = Math.exp(out[i]! - largest);
    scale(out, at, gammas.length, sum);
  };
}

function scale(out: Float64Array, at: number, length: number, sum: number): void {
  const factor = 1 / sum;
  for (let i = at; i < at + length; i++) out[i] = out[i]! * factor;
}

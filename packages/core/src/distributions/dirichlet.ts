import { exp } from '../math/exp';
import { makeVectorSampler } from './internal/make-vector-sampler';
import { parameter, positive } from './internal/parameter';
import {
  ahrensDieter,
  ahrensDieterOffset,
  logStandardGamma,
  smallShape,
  standardGamma,
} from './internal/standard-gamma';
import type { Rng } from '../random/rng';
import type { VectorSampler } from './sampler';

/** Parameters of {@link dirichlet}. */
export interface DirichletParams {
  /** The concentrations, at least one, each above 0. Below 1 a draw favours few coordinates. */
  readonly alpha: readonly number[];
}

/** Below this sum of concentrations all gamma values may underflow at once, and logarithms are taken. */
const smallSum = 0.1;

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
  const drawGammas = sum < smallSum ? relativeGammas(alpha) : gammas(alpha);
  return makeVectorSampler({
    name: 'dirichlet',
    params: { alpha },
    mean,
    variance: mean.map((share) => (share * (1 - share)) / (sum + 1)),
    drawAt(rng, out, at) {
      drawGammas(rng, out, at);
      scaleToOne(out, at, alpha.length);
    },
  });
}

type DrawAt = (rng: Rng, out: Float64Array, at: number) => void;

function gammas(alpha: readonly number[]): DrawAt {
  const { length } = alpha;
  if (alpha.every((one) => one < smallShape)) {
    // One function for all coordinates: the engine then optimises them as one loop.
    const shapes = Float64Array.from(alpha);
    const inverses = shapes.map((shape) => 1 / shape);
    const offsets = shapes.map(ahrensDieterOffset);
    return (rng, out, at) => {
      for (let i = 0; i < length; i++) {
        out[at + i] = ahrensDieter(rng, shapes[i]!, inverses[i]!, offsets[i]!);
      }
    };
  }
  const draws = alpha.map(standardGamma);
  return (rng, out, at) => {
    for (let i = 0; i < length; i++) out[at + i] = draws[i]!(rng);
  };
}

/** Gamma values of very small shapes, over the greatest of them: their logarithms differ where they would underflow. */
function relativeGammas(alpha: readonly number[]): DrawAt {
  const { length } = alpha;
  const draws = alpha.map(logStandardGamma);
  return (rng, out, at) => {
    let greatest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < length; i++) {
      const log = (out[at + i] = draws[i]!(rng));
      if (log > greatest) greatest = log;
    }
    for (let i = at; i < at + length; i++) out[i] = exp(out[i]! - greatest);
  };
}

function scaleToOne(out: Float64Array, at: number, length: number): void {
  let sum = 0;
  for (let i = at; i < at + length; i++) sum += out[i]!;
  const factor = 1 / sum;
  for (let i = at; i < at + length; i++) out[i] = out[i]! * factor;
}

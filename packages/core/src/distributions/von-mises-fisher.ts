import { besselRatio } from '../math/bessel-ratio';
import type { Rng } from '../random/rng';
import { makeVectorSampler } from './internal/make-vector-sampler';
import { finite, parameter } from './internal/parameter';
import { standardGamma } from './internal/standard-gamma';
import { standardNormal } from './internal/standard-normal';
import type { VectorSampler } from './sampler';
import { greatestConcentration } from './von-mises';

/** Parameters of {@link vonMisesFisher}. */
export interface VonMisesFisherParams {
  /** The mean direction: at least 2 numbers, not all 0. Its length does not count. */
  readonly mean: readonly number[];
  /** The concentration, in [0, 1e10]; 0 is uniform. */
  readonly kappa: number;
}

/**
 * The von Mises-Fisher distribution over unit vectors, density proportional to exp(kappa m.x) with m the mean
 * direction: embeddings that gather about a centre.
 *
 * `mean` of the sampler is the expected vector, m times I_(d/2)(kappa) / I_(d/2 - 1)(kappa), shorter than 1.
 *
 * By Wood (1994): the cosine to the mean by rejection from a beta proposal (at least 66 % of tries are taken), the rest
 * uniform over the sphere by `dimension` normal values.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const around = vonMisesFisher({ mean: [0, 0, 2], kappa: 10 });
 * around.mean.map((x) => x.toFixed(3)); // => ['0.000', '0.000', '0.900']
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('vector').at(0);
 * Math.hypot(...around.draw(rng)).toFixed(12); // => '1.000000000000'
 * ```
 */
export function vonMisesFisher(params: VonMisesFisherParams): VectorSampler<VonMisesFisherParams> {
  const { kappa } = params;
  const given = Object.freeze([...params.mean]);
  parameter(given.length >= 2, 'mean', params.mean, 'a list of at least two numbers');
  given.forEach((one, i) => finite(`mean[${i}]`, one));
  parameter(kappa >= 0 && kappa <= greatestConcentration, 'kappa', kappa, 'in [0, 1e10]');
  const largest = Math.max(...given.map(Math.abs));
  parameter(largest > 0, 'mean', params.mean, 'a vector that is not 0');
  const length = largest * Math.sqrt(given.reduce((sum, one) => sum + (one / largest) * (one / largest), 0));
  const axis = given.map((one) => one / length);
  const dimension = axis.length;
  const resultant = besselRatio(dimension / 2 - 1, kappa);
  // Of a coordinate across the axis, and along it.
  const across = kappa === 0 ? 1 / dimension : resultant / kappa;
  const along = Math.max(0, 1 - (dimension - 1) * across - resultant * resultant);
  return makeVectorSampler({
    name: 'vonMisesFisher',
    params: { mean: given, kappa },
    mean: axis.map((one) => one * resultant),
    variance: axis.map((one) => across + (along - across) * one * one),
    drawAt: drawAbout(Float64Array.from(axis), kappa),
  });
}

function drawAbout(axis: Float64Array, kappa: number): (rng: Rng, out: Float64Array, at: number) => void {
  const dimension = axis.length;
  const oneLessCosine = wood(dimension, kappa);
  return (rng, out, at) => {
    const less = oneLessCosine(rng);
    // A normal vector without its part along the axis points anywhere across it.
    let dot = 0;
    for (let i = 0; i < dimension; i++) dot += (out[at + i] = standardNormal(rng)) * axis[i]!;
    let square = 0;
    for (let i = 0; i < dimension; i++) {
      const value = (out[at + i] = out[at + i]! - dot * axis[i]!);
      square += value * value;
    }
    const scale = Math.sqrt((less * (2 - less)) / square);
    for (let i = 0; i < dimension; i++) out[at + i] = (1 - less) * axis[i]! + scale * out[at + i]!;
  };
}

/** 1 - cosine of the angle to the mean direction, which keeps its digits where the concentration is large. */
function wood(dimension: number, kappa: number): (rng: Rng) => number {
  const m = dimension - 1;
  const b = m / (2 * kappa + Math.sqrt(4 * kappa * kappa + m * m));
  const x = (1 - b) / (1 + b);
  const gap = (2 * b) / (1 + b);
  const half = standardGamma(m / 2);
  return (rng) => {
    for (;;) {
      const one = half(rng);
      const z = one / (one + half(rng));
      const less = (2 * b * z) / (1 - (1 - b) * z);
      const log = kappa * (gap - less) + m * Math.log((gap + x * less) / (gap * (1 + x)));
      if (log >= Math.log(1 - rng.nextF64())) return less;
    }
  };
}

import { makeVectorSampler } from './internal/make-vector-sampler';
import { finite, parameter } from './internal/parameter';
import { standardNormal } from './internal/standard-normal';
import type { VectorSampler } from './sampler';

/** Parameters of {@link multivariateNormal}. */
export interface MultivariateNormalParams {
  /** The expected vector, at least one number. */
  readonly mean: readonly number[];
  /** The covariances: a symmetric, positive semi-definite square of the mean's length. */
  readonly covariance: readonly (readonly number[])[];
}

/**
 * The multivariate normal distribution: the mean plus the Cholesky factor of the covariance times as many standard
 * normal values, which are its draws (see {@link normal}).
 *
 * @throws SynthError `PARAMETER_INVALID`, of a covariance that is not symmetric or not positive semi-definite too
 * @example
 * ```ts
 * multivariateNormal({ mean: [0, 1], covariance: [[4, 1], [1, 9]] }).variance; // => [4, 9]
 * ```
 */
export function multivariateNormal(
  params: MultivariateNormalParams,
): VectorSampler<MultivariateNormalParams> {
  const mean = Object.freeze([...params.mean]);
  const covariance = Object.freeze(params.covariance.map((row) => Object.freeze([...row])));
  const size = mean.length;
  parameter(size > 0, 'mean', params.mean, 'a list of at least one number');
  mean.forEach((one, i) => finite(`mean[${i}]`, one));
  const factor = cholesky(covariance, size);
  return makeVectorSampler({
    name: 'multivariateNormal',
    params: { mean, covariance },
    mean: [...mean],
    variance: covariance.map((row, i) => row[i]!),
    drawAt(rng, out, at) {
      for (let i = 0; i < size; i++) out[at + i] = standardNormal(rng);
      // From the last row up: a row needs the values before it only.
      for (let i = size - 1; i >= 0; i--) {
        let sum = mean[i]!;
        for (let j = 0; j <= i; j++) sum += factor[i * size + j]! * out[at + j]!;
        out[at + i] = sum;
      }
    },
  });
}

/** A remainder of a variance below this share of it is rounding: the coordinate depends wholly on those before. */
const rounding = 1e-12;

/** The lower triangle L of the covariance L L', row by row. */
function cholesky(covariance: readonly (readonly number[])[], size: number): Float64Array {
  const semiDefinite = 'a positive semi-definite matrix';
  const square = covariance.length === size && covariance.every((row) => row.length === size);
  parameter(square, 'covariance', covariance, `${size} rows of ${size} numbers`);
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = covariance[i]!;
    for (let j = 0; j <= i; j++) {
      finite(`covariance[${i}][${j}]`, row[j]!);
      parameter(
        row[j] === covariance[j]![i],
        `covariance[${j}][${i}]`,
        covariance[j]![i],
        `${row[j]}, as covariance[${i}][${j}] is`,
      );
      let rest = row[j]!;
      for (let k = 0; k < j; k++) rest -= factor[i * size + k]! * factor[j * size + k]!;
      const pivot = factor[j * size + j]!;
      const scale = Math.sqrt(Math.abs(row[i]! * covariance[j]![j]!));
      if (i === j) {
        parameter(rest >= -rounding * scale, 'covariance', covariance, semiDefinite);
        factor[i * size + i] = rest > rounding * scale ? Math.sqrt(rest) : 0;
      } else if (pivot > 0) {
        factor[i * size + j] = rest / pivot;
      } else {
        parameter(Math.abs(rest) <= Math.sqrt(rounding) * scale, 'covariance', covariance, semiDefinite);
      }
    }
  }
  return factor;
}

import { makeInvertibleSampler } from './internal/make-sampler';
import { finite, parameter } from './internal/parameter';
import type { InvertibleSampler } from './sampler';

/** Parameters of {@link uniform}. */
export interface UniformParams {
  /** The lower bound, inclusive. */
  readonly min: number;
  /** The upper bound, above `min`; exclusive but for rounding, where the range is wide or far from 0. */
  readonly max: number;
}

/**
 * The uniform distribution over [min, max), with 53 bits: 2 draws of 32 bits, always.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * uniform({ min: 2, max: 4 }).mean; // => 3
 * ```
 */
export function uniform(params: UniformParams): InvertibleSampler<UniformParams> {
  const { min, max } = params;
  finite('min', min);
  const width = max - min;
  parameter(width > 0 && Number.isFinite(width), 'max', max, `a finite number above min, which is ${min}`);
  return makeInvertibleSampler({
    name: 'uniform',
    params: { min, max },
    mean: min + width / 2,
    variance: (width * width) / 12,
    draw: (rng) => min + width * rng.nextF64(),
    cdf: (x) => Math.min(1, Math.max(0, (x - min) / width)),
    quantile: (p) => min + width * p,
  });
}

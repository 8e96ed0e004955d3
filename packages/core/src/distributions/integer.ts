import { nextBelow } from '../random/integer';
import { makeSampler } from './internal/make-sampler';
import { parameter } from './internal/parameter';
import type { Sampler } from './sampler';

/** Parameters of {@link integer}. */
export interface IntegerParams {
  /** The least value, inclusive. */
  readonly min: number;
  /** The greatest value, inclusive. */
  readonly max: number;
}

/**
 * The uniform distribution over the integers min, min + 1, ..., max: both ends included, unbiased.
 *
 * 1 draw of 32 bits, 2 where there are more than 2^21 values; a rejected one apart (see `nextBelow`).
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * integer({ min: 1, max: 6 }).mean; // => 3.5
 * ```
 */
export function integer(params: IntegerParams): Sampler<IntegerParams> {
  const { min, max } = params;
  parameter(Number.isSafeInteger(min), 'min', min, 'an integer in [-(2^53 - 1), 2^53 - 1]');
  parameter(Number.isSafeInteger(max) && max >= min, 'max', max, `an integer of min (${min}) or more`);
  const count = max - min + 1;
  parameter(count <= 9007199254740992, 'max', max, 'at most 2^53 - 1 above min');
  return makeSampler({
    name: 'integer',
    params: { min, max },
    mean: min + (max - min) / 2,
    variance: ((count - 1) * (count + 1)) / 12,
    draw: (rng) => min + nextBelow(rng, count),
  });
}

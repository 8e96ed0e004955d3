import { moments } from '@synth/testkit';
import { agreesWithReference, specRng } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import type { TruncatedNormalParams } from './truncated-normal';
import { truncatedNormal } from './truncated-normal';

/** JSON has no infinities: null is an open end. */
type Reference = Omit<TruncatedNormalParams, 'min' | 'max'> & { min: number | null; max: number | null };

describe('truncatedNormal', () => {
  agreesWithReference<Reference>(
    'truncated-normal',
    ({ min, max, ...rest }) =>
      truncatedNormal({
        ...rest,
        min: min ?? Number.NEGATIVE_INFINITY,
        max: max ?? Number.POSITIVE_INFINITY,
      }),
    { draws: [2, 6.5] },
  );

  refuses(truncatedNormal, [
    [{ mean: Number.NaN, sd: 1, min: 0, max: 1 }, 'mean'],
    [{ mean: 0, sd: 0, min: 0, max: 1 }, 'sd'],
    [{ mean: 0, sd: 1, min: 1, max: 1 }, 'max'],
    [{ mean: 0, sd: 1, min: Number.POSITIVE_INFINITY, max: Number.POSITIVE_INFINITY }, 'min'],
    [{ mean: 0, sd: 1e-9, min: 1, max: 2 }, 'mean'],
  ]);

  it.each([
    [0, 1, -1, 1],
    [1e6, 0.1, 1e6, 1e6 + 1e-3],
    [0, 1, 40, 41],
    [0, 1, -1e-9, 1e-9],
    [0, 1, -41, -40],
  ])('stays within its bounds: mean %d, sd %d, [%d, %d]', (mean, sd, min, max) => {
    const sampler = truncatedNormal({ mean, sd, min, max });
    const values = sampler.fill(specRng('bounds'), new Float64Array(10_000));
    expect(values.every((value) => value >= min && value <= max)).toBe(true);
    // At 40 standard deviations the tail is exponential: mean 1 / 40, to a part in 1600.
    const { mean: found, variance } = moments(values);
    expect(Math.abs(found - sampler.mean)).toBeLessThan(5 * Math.sqrt(sampler.variance / values.length));
    expect(Math.abs(variance / sampler.variance - 1)).toBeLessThan(0.2);
  });
});

import { agreesWithReference, referenceCases } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import type { NormalParams } from './normal';
import { normal } from './normal';

describe('normal', () => {
  agreesWithReference('normal', normal, { draws: [2.02, 2.06] });

  refuses(normal, [
    [{ mean: Number.NaN, sd: 1 }, 'mean'],
    [{ mean: 0, sd: 0 }, 'sd'],
    [{ mean: 0, sd: Number.POSITIVE_INFINITY }, 'sd'],
  ]);

  it("inverts its distribution function, which is the reference's", () => {
    for (const { params, quantiles } of referenceCases<NormalParams>('normal')) {
      const { cdf, quantile } = normal(params);
      for (const [i, expected] of quantiles!.entries()) {
        const p = (i + 1) / 128;
        expect(Math.abs(quantile(p) - expected)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
        expect(Math.abs(cdf(expected) - p)).toBeLessThan(1e-12);
      }
      expect([quantile(-0.1), quantile(1.1)]).toEqual([Number.NaN, Number.NaN]);
    }
  });
});

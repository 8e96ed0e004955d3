import { agreesWithReference, referenceCases } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import type { LognormalParams } from './lognormal';
import { lognormal } from './lognormal';

describe('lognormal', () => {
  agreesWithReference('lognormal', lognormal, { draws: [2.02, 2.06] });

  refuses(lognormal, [
    [{ mu: Number.NaN, sigma: 1 }, 'mu'],
    [{ mu: 0, sigma: -1 }, 'sigma'],
  ]);

  it("inverts its distribution function, which is the reference's", () => {
    for (const { params, quantiles } of referenceCases<LognormalParams>('lognormal')) {
      const { cdf, quantile } = lognormal(params);
      for (const [i, expected] of quantiles!.entries()) {
        const p = (i + 1) / 128;
        expect(Math.abs(quantile(p) - expected)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
        expect(Math.abs(cdf(expected) - p)).toBeLessThan(1e-12);
      }
      expect([quantile(-0.1), quantile(1.1)]).toEqual([Number.NaN, Number.NaN]);
    }
  });
});

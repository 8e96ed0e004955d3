import { agreesWithReference, referenceCases } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import type { WeibullParams } from './weibull';
import { weibull } from './weibull';

describe('weibull', () => {
  agreesWithReference('weibull', weibull, { draws: [2.05, 2.08] });

  refuses(weibull, [
    [{ shape: 0, scale: 1 }, 'shape'],
    [{ shape: 1, scale: -1 }, 'scale'],
  ]);

  it("inverts its distribution function, which is the reference's", () => {
    for (const { params, quantiles } of referenceCases<WeibullParams>('weibull')) {
      const { cdf, quantile } = weibull(params);
      for (const [i, expected] of quantiles!.entries()) {
        const p = (i + 1) / 128;
        expect(Math.abs(quantile(p) - expected)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
        expect(Math.abs(cdf(expected) - p)).toBeLessThan(1e-12);
      }
      expect([quantile(-0.1), quantile(1.1)]).toEqual([Number.NaN, Number.NaN]);
    }
  });
});

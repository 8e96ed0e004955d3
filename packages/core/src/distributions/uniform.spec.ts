import { agreesWithReference, referenceCases } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import type { UniformParams } from './uniform';
import { uniform } from './uniform';

describe('uniform', () => {
  agreesWithReference('uniform', uniform, { draws: [2, 2] });

  refuses(uniform, [
    [{ min: 1, max: 1 }, 'max'],
    [{ min: Number.NaN, max: 1 }, 'min'],
    [{ min: -1e308, max: 1e308 }, 'max'],
  ]);

  it("inverts its distribution function, which is the reference's", () => {
    for (const { params, quantiles } of referenceCases<UniformParams>('uniform')) {
      const { cdf, quantile } = uniform(params);
      for (const [i, expected] of quantiles!.entries()) {
        const p = (i + 1) / 128;
        expect(Math.abs(quantile(p) - expected)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
        expect(Math.abs(cdf(expected) - p)).toBeLessThan(1e-12);
      }
      expect([quantile(-0.1), quantile(1.1)]).toEqual([Number.NaN, Number.NaN]);
    }
  });
});

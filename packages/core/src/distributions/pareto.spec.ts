import { agreesWithReference, referenceCases } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import type { ParetoParams } from './pareto';
import { pareto } from './pareto';

describe('pareto', () => {
  agreesWithReference('pareto', pareto, { draws: [2.05, 2.08] });

  refuses(pareto, [
    [{ alpha: 0, min: 1 }, 'alpha'],
    [{ alpha: 1, min: 0 }, 'min'],
  ]);

  it("inverts its distribution function, which is the reference's", () => {
    for (const { params, quantiles } of referenceCases<ParetoParams>('pareto')) {
      const { cdf, quantile } = pareto(params);
      for (const [i, expected] of quantiles!.entries()) {
        const p = (i + 1) / 128;
        expect(Math.abs(quantile(p) - expected)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
        expect(Math.abs(cdf(expected) - p)).toBeLessThan(1e-12);
      }
      expect([quantile(-0.1), quantile(1.1)]).toEqual([Number.NaN, Number.NaN]);
    }
  });

  it('has no variance, or no mean, where the tail is heavy', () => {
    expect(pareto({ alpha: 1.5, min: 2 })).toMatchObject({ mean: 6, variance: Number.POSITIVE_INFINITY });
    expect(pareto({ alpha: 1, min: 2 }).mean).toBe(Number.POSITIVE_INFINITY);
  });
});

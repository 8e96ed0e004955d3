import { expectAgreement, referenceCases, specRng } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { vonMisesFisher } from './von-mises-fisher';

interface AlongMean {
  readonly dimension: number;
  readonly kappa: number;
}

/** A direction that no axis favours. */
const slanted = (dimension: number): number[] => Array.from({ length: dimension }, (_, i) => 1 + (i % 3));

describe('vonMisesFisher', () => {
  const cases = referenceCases<AlongMean>('von-mises-fisher').map((one, i) => [one.params, one, i] as const);

  it.each(cases)("has the reference's cosine to the mean: %j", ({ dimension, kappa }, reference, index) => {
    const mean = slanted(dimension);
    const length = Math.hypot(...mean);
    const sampler = vonMisesFisher({ mean, kappa });
    const vector = new Float64Array(dimension);
    const rng = specRng('cosine', index);
    const n = dimension > 10 ? 10_000 : 40_000;
    const sample = Float64Array.from({ length: n }, () =>
      sampler.fill(rng, vector).reduce((sum, x, i) => sum + (x * mean[i]!) / length, 0),
    );
    expectAgreement(sample, reference);
    expect(Math.hypot(...sampler.mean)).toBeCloseTo(reference.mean, 9);
  });

  it('knows mean and variance of each coordinate', () => {
    const n = 40_000;
    const sampler = vonMisesFisher({ mean: [1, 2, -2], kappa: 4 });
    const all = sampler.fill(specRng('coordinates'), new Float64Array(3 * n));
    for (let i = 0; i < 3; i++) {
      let sum = 0;
      let square = 0;
      for (let at = i; at < all.length; at += 3) {
        const off = all[at]! - sampler.mean[i]!;
        sum += off;
        square += off * off;
      }
      const variance = sampler.variance[i]!;
      expect(Math.abs(sum / n)).toBeLessThan(5 * Math.sqrt(variance / n));
      // A bounded coordinate's fourth moment is below its variance times 4.
      expect(Math.abs(square / n - variance)).toBeLessThan(5 * Math.sqrt((4 * variance) / n));
    }
  });

  it.each([
    [2, 0],
    [3, 1e10],
    [512, 100],
  ])('gives unit vectors: dimension %d, kappa %d', (dimension, kappa) => {
    const sampler = vonMisesFisher({ mean: slanted(dimension), kappa });
    const rng = specRng('unit');
    for (let i = 0; i < 50; i++) expect(Math.hypot(...sampler.draw(rng))).toBeCloseTo(1, 12);
  });

  refuses(vonMisesFisher, [
    [{ mean: [1], kappa: 1 }, 'mean'],
    [{ mean: [0, 0], kappa: 1 }, 'mean'],
    [{ mean: [1, Number.NaN], kappa: 1 }, 'mean[1]'],
    [{ mean: [1, 0], kappa: -1 }, 'kappa'],
  ]);
});

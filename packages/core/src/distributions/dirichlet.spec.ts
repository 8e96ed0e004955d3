import { expectAgreement, referenceCases, specRng } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { dirichlet } from './dirichlet';

interface Coordinate {
  readonly alpha: readonly number[];
  readonly coordinate: number;
}

describe('dirichlet', () => {
  const cases = referenceCases<Coordinate>('dirichlet').map((one, i) => [one.params, one, i] as const);

  it.each(cases)('has beta coordinates: %j', ({ alpha, coordinate }, reference, index) => {
    const sampler = dirichlet({ alpha });
    const vector = new Float64Array(alpha.length);
    const rng = specRng('dirichlet', index);
    const sample = Float64Array.from({ length: 50_000 }, () => sampler.fill(rng, vector)[coordinate]!);
    expectAgreement(sample, reference);
    expect(sampler.mean[coordinate]).toBeCloseTo(reference.mean, 12);
    expect(sampler.variance[coordinate]).toBeCloseTo(reference.variance, 12);
  });

  it('correlates its coordinates as shares do: covariance -a_i a_j / (A^2 (A + 1))', () => {
    const alpha = [0.5, 1, 2.5];
    const all = dirichlet({ alpha }).fill(specRng('covariance'), new Float64Array(3 * 50_000));
    let product = 0;
    for (let at = 0; at < all.length; at += 3) product += (all[at]! - 0.125) * (all[at + 2]! - 0.625);
    const expected = (-0.5 * 2.5) / (16 * 5);
    // Both coordinates vary by less than 0.022 and 0.047: the error of the mean product is below their root.
    const error = Math.sqrt((0.022 * 0.047 * 3) / 50_000);
    expect(Math.abs(product / 50_000 - expected)).toBeLessThan(5 * error);
  });

  it.each([[[0.5, 0.5]], [[1e-4, 2e-4, 1e-4]], [[1000, 1]]])('gives shares that sum to 1: %j', (alpha) => {
    const rng = specRng('sum');
    for (let i = 0; i < 200; i++) {
      const shares = dirichlet({ alpha }).draw(rng);
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  it('fills vectors one after the other, as it draws them', () => {
    const sampler = dirichlet({ alpha: [1, 2, 3] });
    const rng = specRng('fill');
    const drawn = [...sampler.draw(rng), ...sampler.draw(rng)];
    expect(Array.from(sampler.fill(specRng('fill'), new Float64Array(6)))).toEqual(drawn);
    expect(() => sampler.fill(rng, new Float64Array(4))).toThrow(
      expect.objectContaining({ code: 'PARAMETER_INVALID', field: 'out.length' }),
    );
  });

  refuses(dirichlet, [
    [{ alpha: [] }, 'alpha'],
    [{ alpha: [1, 0] }, 'alpha[1]'],
  ]);
});

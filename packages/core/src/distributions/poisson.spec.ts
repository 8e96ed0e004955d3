import { moments } from '@synth/testkit';
import { agreesWithReference, specRng } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { poisson } from './poisson';

describe('poisson', () => {
  agreesWithReference('poisson', poisson, { draws: [2, 5.4] });

  refuses(poisson, [
    [{ mean: -1 }, 'mean'],
    [{ mean: Number.NaN }, 'mean'],
    [{ mean: 2e15 }, 'mean'],
  ]);

  it('is 0 at mean 0', () => {
    expect(new Set(poisson({ mean: 0 }).fill(specRng('ends'), new Int32Array(100)))).toEqual(new Set([0]));
  });

  it('holds its digits at the greatest mean', () => {
    const mean = 2 ** 50;
    const values = poisson({ mean }).fill(specRng('large'), new Float64Array(10_000));
    const z = moments(values.map((value) => (value - mean) / Math.sqrt(mean)));
    expect(Math.abs(z.mean)).toBeLessThan(5 / 100);
    expect(Math.abs(z.variance - 1)).toBeLessThan((5 * Math.sqrt(2)) / 100);
  });
});

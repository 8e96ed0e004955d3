import { moments } from '@synth/testkit';
import { agreesWithReference, specRng } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { binomial } from './binomial';

describe('binomial', () => {
  agreesWithReference('binomial', binomial, { draws: [2, 5.5] });

  refuses(binomial, [
    [{ n: 1.5, p: 0.5 }, 'n'],
    [{ n: -1, p: 0.5 }, 'n'],
    [{ n: 5, p: 1.5 }, 'p'],
  ]);

  it.each([
    [0, 0.5, 0],
    [7, 0, 0],
    [7, 1, 7],
  ])('is certain at n = %d, p = %d', (n, p, value) => {
    expect(new Set(binomial({ n, p }).fill(specRng('ends'), new Int32Array(100)))).toEqual(new Set([value]));
  });

  it('holds its digits at the greatest number of trials', () => {
    const n = Number.MAX_SAFE_INTEGER;
    const values = binomial({ n, p: 0.5 }).fill(specRng('large'), new Float64Array(10_000));
    const z = moments(values.map((value) => (value - n / 2) / Math.sqrt(n / 4)));
    expect(Math.abs(z.mean)).toBeLessThan(5 / 100);
    expect(Math.abs(z.variance - 1)).toBeLessThan((5 * Math.sqrt(2)) / 100);
  });
});

import { standardErrorOfShare } from '@synth/testkit';
import { agreesWithReference, specRng } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { boundedZipf } from './bounded-zipf';

describe('boundedZipf', () => {
  agreesWithReference('bounded-zipf', boundedZipf, { draws: [2, 2.1] });

  refuses(boundedZipf, [
    [{ exponent: -1, n: 5 }, 'exponent'],
    [{ exponent: 1, n: 0 }, 'n'],
    [{ exponent: 1, n: 2.5 }, 'n'],
  ]);

  it('has one rank at n = 1', () => {
    expect(boundedZipf({ exponent: 2, n: 1 }).draw(specRng('ends'))).toBe(1);
  });

  it('takes any number of ranks: over 2^53 - 1 of them, half of the mass of 1 / k lies below 1.4e8', () => {
    const sampler = boundedZipf({ exponent: 1, n: Number.MAX_SAFE_INTEGER });
    const values = sampler.fill(specRng('large'), new Float64Array(10_000));
    expect(
      values.every((value) => Number.isInteger(value) && value >= 1 && value <= Number.MAX_SAFE_INTEGER),
    ).toBe(true);
    // H(m) / H(n) with H(k) = ln k + 0.5772156649.
    const gamma = 0.5772156649015329;
    const share = (Math.log(1.4e8) + gamma) / (Math.log(Number.MAX_SAFE_INTEGER) + gamma);
    const below = values.filter((value) => value <= 1.4e8).length / values.length;
    expect(Math.abs(below - share)).toBeLessThan(5 * standardErrorOfShare(share, values.length));
  });
});

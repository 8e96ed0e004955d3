import { agreesWithReference, specRng } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { bernoulli } from './bernoulli';

describe('bernoulli', () => {
  agreesWithReference('bernoulli', bernoulli, { draws: [2, 2] });

  refuses(bernoulli, [
    [{ p: -0.1 }, 'p'],
    [{ p: 1.1 }, 'p'],
    [{ p: Number.NaN }, 'p'],
  ]);

  it.each([0, 1])('is certain at p = %d', (p) => {
    expect(new Set(bernoulli({ p }).fill(specRng('ends'), new Int32Array(100)))).toEqual(new Set([p]));
  });
});

import { agreesWithReference, specRng } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { geometric } from './geometric';

describe('geometric', () => {
  agreesWithReference('geometric', geometric, { draws: [2.05, 2.08] });

  refuses(geometric, [
    [{ p: 0 }, 'p'],
    [{ p: 1.5 }, 'p'],
  ]);

  it('never fails at p = 1', () => {
    expect(new Set(geometric({ p: 1 }).fill(specRng('ends'), new Int32Array(100)))).toEqual(new Set([0]));
  });
});

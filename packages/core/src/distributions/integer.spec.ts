import { agreesWithReference, specRng } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { integer } from './integer';

describe('integer', () => {
  agreesWithReference('integer', integer, { draws: [1, 1.01] });

  refuses(integer, [
    [{ min: 0.5, max: 2 }, 'min'],
    [{ min: 3, max: 2 }, 'max'],
    [{ min: -9e15, max: 9e15 }, 'max'],
  ]);

  it('reaches both ends', () => {
    const values = integer({ min: -1, max: 1 }).fill(specRng('ends'), new Int32Array(100));
    expect(new Set(values)).toEqual(new Set([-1, 0, 1]));
  });
});

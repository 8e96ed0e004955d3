import { agreesWithReference } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { geometric } from './geometric';
import { negativeBinomial } from './negative-binomial';

describe('negativeBinomial', () => {
  agreesWithReference('negative-binomial', negativeBinomial, { draws: [4, 9.2] });

  refuses(negativeBinomial, [
    [{ r: 0, p: 0.5 }, 'r'],
    [{ r: 1, p: 0 }, 'p'],
    [{ r: 1e6, p: 1e-9 }, 'p'],
  ]);

  it('is geometric at r = 1', () => {
    const { mean, variance } = negativeBinomial({ r: 1, p: 0.25 });
    expect(geometric({ p: 0.25 })).toMatchObject({ mean, variance });
  });
});

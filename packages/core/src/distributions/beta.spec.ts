import { standardErrorOfShare } from '@synth/testkit';
import { agreesWithReference, specRng } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { beta } from './beta';

describe('beta', () => {
  agreesWithReference('beta', beta, { draws: [6, 12.6] });

  refuses(beta, [
    [{ alpha: 0, beta: 1 }, 'alpha'],
    [{ alpha: 1, beta: -1 }, 'beta'],
  ]);

  it('stays on [0, 1] where both shapes are tiny, at each end by its share', () => {
    const values = beta({ alpha: 0.002, beta: 0.001 }).fill(specRng('tiny'), new Float64Array(10_000));
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
    const ones = values.filter((value) => value > 0.5).length / values.length;
    expect(Math.abs(ones - 2 / 3)).toBeLessThan(5 * standardErrorOfShare(2 / 3, values.length));
  });
});

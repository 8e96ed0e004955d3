import { ksTest } from '@synth/testkit';
import { specRng } from '../../../test/agrees-with-reference';
import { startingIn } from '../../../test/starting-in';
import { standardExponential } from './standard-exponential';

describe('standardExponential', () => {
  const edge = 7.69711747013105;
  const rng = specRng('ziggurat');

  it('begins anew beyond the layers', () => {
    const tail = Float64Array.from({ length: 20_000 }, () =>
      standardExponential(startingIn(0, 0.9999, rng, 2 ** 53)),
    );
    expect(Math.min(...tail)).toBeGreaterThan(edge);
    expect(ksTest(tail, (x) => 1 - Math.exp(edge - x)).p).toBeGreaterThan(5e-7);
  });

  it('takes a point of a wedge as often as the density has it', () => {
    const height = Math.exp(-edge) + 0.003949659822581557 / edge;
    for (const u of [0.92, 0.95, 0.98]) {
      const x = u * edge;
      const taken = Array.from({ length: 20_000 }, () =>
        standardExponential(startingIn(1, u, rng, 2 ** 53)),
      ).filter((value) => Math.abs(value - x) < 1e-9).length;
      const expected = (Math.exp(-x) - Math.exp(-edge)) / (height - Math.exp(-edge));
      expect(Math.abs(taken / 20_000 - expected)).toBeLessThan(5 * Math.sqrt(0.25 / 20_000));
    }
  });
});

import { ksTest } from '@synth/testkit';
import { specRng } from '../../../test/agrees-with-reference';
import { startingIn } from '../../../test/starting-in';
import { normalCdf } from '../../math/normal-cdf';
import { standardNormal } from './standard-normal';

describe('standardNormal', () => {
  const edge = 3.654152885361009;
  const rng = specRng('ziggurat');

  it.each([1, -1])('has the tail of the normal distribution beyond the layers, on side %d', (side) => {
    const tail = Float64Array.from(
      { length: 20_000 },
      () => side * standardNormal(startingIn(0, side * 0.9999, rng, 2 ** 52)),
    );
    expect(Math.min(...tail)).toBeGreaterThan(edge);
    expect(ksTest(tail, (x) => 1 - normalCdf(-x) / normalCdf(-edge)).p).toBeGreaterThan(5e-7);
  });

  it('takes a point of a wedge as often as the density has it', () => {
    // The widest wedge: layer 1 reaches from x_2 to the edge, and its floor is the density at the edge.
    const density = (x: number): number => Math.exp(-0.5 * x * x);
    const height = density(edge) + 0.004928673233974655 / edge;
    for (const u of [0.95, 0.97, 0.99]) {
      const x = u * edge;
      const taken = Array.from({ length: 20_000 }, () =>
        standardNormal(startingIn(1, u, rng, 2 ** 52)),
      ).filter((value) => Math.abs(value - x) < 1e-9).length;
      const expected = (density(x) - density(edge)) / (height - density(edge));
      expect(Math.abs(taken / 20_000 - expected)).toBeLessThan(5 * Math.sqrt(0.25 / 20_000));
    }
  });
});

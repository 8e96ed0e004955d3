import * as fc from 'fast-check';
import { choiceOrder } from './choice-order';

const groups = 4;
const weight = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1e9, noNaN: true }));
const catalogue = fc.array(fc.tuple(weight, fc.nat(groups - 1)), { maxLength: 60 });
const classOf = (one: number): number => Math.floor(Math.log2(one));

describe('choiceOrder', () => {
  it('sorts by group, weight class, heavy first, and index; what is never drawn comes last', () => {
    fc.assert(
      fc.property(catalogue, (entries) => {
        const weights = Float64Array.from(entries, ([one]) => one);
        const groupOf = Int32Array.from(entries, ([, group]) => group);
        const order = choiceOrder({ weights, groupOf, groups });
        const drawn = [...weights.keys()].filter((item) => weights[item]! > 0);
        drawn.sort(
          (a, b) => groupOf[a]! - groupOf[b]! || classOf(weights[b]!) - classOf(weights[a]!) || a - b,
        );
        expect(Array.from(order.items.subarray(0, order.drawable))).toEqual(drawn);
        const rest = [...weights.keys()].filter((item) => weights[item] === 0);
        expect(Array.from(order.items.subarray(order.drawable))).toEqual(rest);
        expect(Array.from(order.weights)).toEqual(Array.from(order.items, (item) => weights[item]));
        expect(Array.from(order.groups)).toEqual(Array.from(order.items, (item) => groupOf[item]));
      }),
    );
  });

  it('knows the range of each group', () => {
    fc.assert(
      fc.property(catalogue, (entries) => {
        const weights = Float64Array.from(entries, ([one]) => one);
        const groupOf = Int32Array.from(entries, ([, group]) => group);
        const order = choiceOrder({ weights, groupOf, groups });
        for (let group = 0; group < groups; group++) {
          const [from, to] = [order.groupStart[group]!, order.groupStart[group + 1]!];
          expect(Array.from(order.groups.subarray(from, to)).every((one) => one === group)).toBe(true);
        }
        expect([order.groupStart[0], order.groupStart[groups]]).toEqual([0, order.drawable]);
      }),
    );
  });
});

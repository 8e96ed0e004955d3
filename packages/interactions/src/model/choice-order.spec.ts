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

  it('knows the range of each group and of each cell', () => {
    fc.assert(
      fc.property(catalogue, (entries) => {
        const weights = Float64Array.from(entries, ([one]) => one);
        const groupOf = Int32Array.from(entries, ([, group]) => group);
        const order = choiceOrder({ weights, groupOf, groups });
        for (let group = 0; group < groups; group++) {
          const [from, to] = [order.groupStart[group]!, order.groupStart[group + 1]!];
          expect(new Set(order.groups.subarray(from, to)).size).toBeLessThanOrEqual(1);
          const cells = order.cellStart.subarray(order.firstCell[group], order.firstCell[group + 1]! + 1);
          if (to > from) expect([cells[0], cells.at(-1)]).toEqual([from, to]);
          for (let cell = 0; cell + 1 < cells.length; cell++) {
            const own = Array.from(order.weights.subarray(cells[cell], cells[cell + 1]), classOf);
            expect(new Set(own).size).toBe(1);
          }
        }
        expect(order.cellStart.at(-1)).toBe(order.drawable);
      }),
    );
  });
});

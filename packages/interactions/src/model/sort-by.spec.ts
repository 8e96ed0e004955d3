import * as fc from 'fast-check';
import { sorterBy } from './sort-by';

const key = fc.oneof(
  fc.double({ min: 0, noNaN: true }),
  fc.constantFrom(0, 1, 1, 2, Number.POSITIVE_INFINITY, Number.MIN_VALUE),
);

describe('sorterBy', () => {
  it('sorts values by keys and keeps the order of equal ones, whatever came before', () => {
    const sortBy = sorterBy();
    fc.assert(
      fc.property(fc.array(key, { maxLength: 300 }), (list) => {
        const order = [...list.keys()].sort((a, b) =>
          list[a]! < list[b]! ? -1 : list[a]! > list[b]! ? 1 : 0,
        );
        const keys = Float64Array.from([...list, -1]);
        const values = Int32Array.from([...list.keys(), -1]);
        sortBy(keys, values, list.length);
        expect(Array.from(values)).toEqual([...order, -1]);
        expect(Array.from(keys)).toEqual([...order.map((i) => list[i]), -1]);
      }),
      { numRuns: 500 },
    );
  });
});

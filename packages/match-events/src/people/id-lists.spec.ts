import * as fc from 'fast-check';
import { IdListBuilder, jaccard } from './id-lists';

describe('lists of ids', () => {
  it('keep each id once, ascending; compare by Jaccard', () => {
    // Up to 63 the lists are sets of bits as well.
    const ids = fc.array(fc.oneof(fc.nat(12), fc.integer({ min: 20, max: 70 })), { maxLength: 10 });
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        const builder = new IdListBuilder(2);
        for (const list of [a, b]) {
          for (const id of list) builder.push(id);
          builder.endRow();
        }
        const lists = builder.finish();
        expect(lists.masks === undefined).toBe([...a, ...b].some((id) => id > 63));
        const row = (i: number) => [...lists.ids.subarray(lists.offsets[i], lists.offsets[i + 1])];
        const [setA, setB] = [new Set(a), new Set(b)];
        expect(row(0)).toEqual([...setA].sort((x, y) => x - y));
        expect(row(1)).toEqual([...setB].sort((x, y) => x - y));
        const shared = [...setA].filter((id) => setB.has(id)).length;
        const expected = a.length * b.length === 0 ? Number.NaN : shared / (setA.size + setB.size - shared);
        expect(jaccard(lists, 0, lists, 1)).toBe(expected);
      }),
    );
  });
});

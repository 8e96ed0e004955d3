import * as fc from 'fast-check';
import { idListsOf, idsOfRow, jaccard } from './id-lists';

describe('lists of ids', () => {
  it('keep each id once, ascending; compare by Jaccard', () => {
    const ids = fc.array(fc.nat(100), { maxLength: 10 });
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        const lists = idListsOf([a, b]);
        const [setA, setB] = [new Set(a), new Set(b)];
        expect(idsOfRow(lists, 0)).toEqual([...setA].sort((x, y) => x - y));
        expect(idsOfRow(lists, 1)).toEqual([...setB].sort((x, y) => x - y));
        const shared = [...setA].filter((id) => setB.has(id)).length;
        const expected = a.length * b.length === 0 ? Number.NaN : shared / (setA.size + setB.size - shared);
        expect(jaccard(lists, 0, lists, 1)).toBe(expected);
      }),
    );
  });
});

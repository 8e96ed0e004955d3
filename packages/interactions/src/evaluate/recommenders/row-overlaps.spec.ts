import fc from 'fast-check';
import { matrixFromIndices } from '../../matrix/matrix-from-indices';
import { transpose } from '../../matrix/transpose';
import { rowOverlaps } from './row-overlaps';

it('counts the columns that each two rows share', () => {
  const pairs = fc.array(fc.tuple(fc.nat(6), fc.nat(9)), { maxLength: 50 });
  fc.assert(
    fc.property(pairs, (entries) => {
      const matrix = matrixFromIndices({
        rows: 7,
        cols: 10,
        userIndices: entries.map(([row]) => row),
        itemIndices: entries.map(([, column]) => column),
      });
      const sets = Array.from(
        { length: 7 },
        (_, r) => new Set(entries.filter(([row]) => row === r).map(([, c]) => c)),
      );
      const expected = sets.flatMap((one, r) =>
        sets.map((other, s) => (r === s ? 0 : Array.from(one).filter((column) => other.has(column)).length)),
      );
      expect(Array.from(rowOverlaps(matrix, transpose(matrix)))).toEqual(expected);
    }),
  );
});

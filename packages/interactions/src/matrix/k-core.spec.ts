import fc from 'fast-check';
import { columnCounts, rowCounts } from './counts';
import type { InteractionMatrix } from './interaction-matrix';
import { kcore, kcoreMembers } from './k-core';
import { matrixFromIndices } from './matrix-from-indices';
import { submatrix } from './submatrix';

const matrices = fc.array(fc.tuple(fc.nat(9), fc.nat(11)), { maxLength: 70 }).map((pairs) =>
  matrixFromIndices({
    rows: 10,
    cols: 12,
    userIndices: pairs.map(([user]) => user),
    itemIndices: pairs.map(([, item]) => item),
  }),
);
const bounds = fc.record({ users: fc.integer({ min: 1, max: 5 }), items: fc.integer({ min: 1, max: 5 }) });

/** By the definition: throw out whoever has too little, look again. */
const plain = (
  matrix: InteractionMatrix,
  { users, items }: { users: number; items: number },
): InteractionMatrix => {
  const byUser = rowCounts(matrix);
  const byItem = columnCounts(matrix);
  const next = submatrix(matrix, { users: (u) => byUser[u]! >= items, items: (i) => byItem[i]! >= users });
  return next.rows === matrix.rows && next.cols === matrix.cols ? next : plain(next, { users, items });
};

describe('kcore', () => {
  it('is what is left when nobody is under the bounds any more', () => {
    fc.assert(
      fc.property(matrices, bounds, (matrix, options) => {
        const core = kcore(matrix, options);
        const expected = plain(matrix, options);
        expect([core.users, core.items]).toEqual([expected.users, expected.items]);
        expect(core.indptr).toEqual(expected.indptr);
        expect(core.indices).toEqual(expected.indices);
      }),
    );
  });

  it('leaves its argument as it was, and takes data that has a matrix', () => {
    const matrix = matrixFromIndices({ rows: 2, cols: 2, userIndices: [0, 1, 1], itemIndices: [0, 0, 1] });
    const before = matrix.indices.slice();
    expect(kcore({ matrix: () => matrix }, { users: 2, items: 1 }).items).toEqual(['0']);
    expect(matrix.indices).toEqual(before);
    expect(kcoreMembers(matrix)).toEqual({ users: new Uint8Array(2), items: new Uint8Array(2) });
  });
});

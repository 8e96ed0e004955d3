import fc from 'fast-check';
import { binarise } from './binarise';
import { columnCounts, rowCounts } from './counts';
import { interactionMatrix } from './interaction-matrix';
import { matrixFromIndices } from './matrix-from-indices';
import { matrixFromPairs } from './matrix-from-pairs';
import { submatrix } from './submatrix';
import { transpose } from './transpose';

const rows = 7;
const cols = 9;
const pairs = fc.array(fc.record({ user: fc.nat(rows - 1), item: fc.nat(cols - 1), time: fc.nat(1000) }), {
  maxLength: 60,
});

const build = (list: { user: number; item: number; time: number }[]) =>
  matrixFromIndices({
    rows,
    cols,
    userIndices: list.map((pair) => pair.user),
    itemIndices: list.map((pair) => pair.item),
    timestamps: list.map((pair) => pair.time),
  });

/** The dense counts, and the earliest time of each pair, made the plain way. */
const dense = (list: { user: number; item: number; time: number }[]) => {
  const counts = Array.from({ length: rows }, () => new Array<number>(cols).fill(0));
  const first = Array.from({ length: rows }, () => new Array<number>(cols).fill(Infinity));
  for (const { user, item, time } of list) {
    counts[user]![item]!++;
    first[user]![item] = Math.min(first[user]![item]!, time);
  }
  return { counts, first };
};

describe('matrixFromIndices', () => {
  it('holds every pair once, ascending, with its count and earliest time', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const matrix = build(list);
        const { counts, first } = dense(list);
        const seen = Array.from({ length: rows }, () => new Array<number>(cols).fill(0));
        for (let r = 0; r < rows; r++) {
          for (let k = matrix.indptr[r]!; k < matrix.indptr[r + 1]!; k++) {
            const c = matrix.indices[k]!;
            if (k > matrix.indptr[r]!) expect(c).toBeGreaterThan(matrix.indices[k - 1]!);
            seen[r]![c] = matrix.data?.[k] ?? 1;
            expect(matrix.timestamps![k]).toBe(first[r]![c]);
          }
        }
        expect(seen).toEqual(counts);
        expect(matrix.data === undefined).toBe(counts.flat().every((count) => count <= 1));
      }),
    );
  });

  it('refuses an index out of bounds', () => {
    expect(() => matrixFromIndices({ rows: 1, cols: 1, userIndices: [0], itemIndices: [1] })).toThrow(
      expect.objectContaining({ code: 'MATRIX_INVALID', field: 'itemIndices', value: 1 }),
    );
  });
});

describe('transpose', () => {
  it('is its own inverse and moves entries across the diagonal', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const { users: _u, items: _i, userIndex: _a, itemIndex: _b, timestamps: _t, ...matrix } = build(list);
        const flipped = transpose(matrix);
        expect(transpose(flipped)).toEqual(matrix);
        expect(Array.from(rowCounts(flipped))).toEqual(Array.from(columnCounts(matrix)));
      }),
    );
  });
});

describe('submatrix', () => {
  it('keeps what both masks keep', () => {
    fc.assert(
      fc.property(pairs, fc.nat(511), fc.nat(511), (list, userMask, itemMask) => {
        const matrix = build(list);
        const keepUser = (user: number) => (userMask & (1 << user)) !== 0;
        const keepItem = (item: number) => (itemMask & (1 << item)) !== 0;
        const part = submatrix(matrix, { users: keepUser, items: keepItem });
        const expected = matrixFromPairs(
          list
            .filter(({ user, item }) => keepUser(user) && keepItem(item))
            .map(({ user, item, time }) => ({
              user_id: String(user),
              item_id: String(item),
              timestamp: time,
            })),
          {
            users: matrix.users.filter((_, u) => keepUser(u)),
            items: matrix.items.filter((_, i) => keepItem(i)),
          },
        );
        expect(part.users).toEqual(expected.users);
        expect(part.items).toEqual(expected.items);
        expect(part.indptr).toEqual(expected.indptr);
        expect(part.indices).toEqual(expected.indices);
        expect(Array.from(part.timestamps!)).toEqual(Array.from(expected.timestamps ?? []));
        expect(Array.from(part.data ?? part.indices, (value) => (part.data ? value : 1))).toEqual(
          Array.from(expected.data ?? expected.indices, (value) => (expected.data ? value : 1)),
        );
      }),
    );
  });
});

describe('interactionMatrix', () => {
  it('finds users and items by id', () => {
    const matrix = matrixFromPairs([
      { user_id: 'b', item_id: 'x' },
      { user_id: 'a', item_id: 'y' },
    ]);
    expect([matrix.userIndex('a'), matrix.itemIndex('y'), matrix.userIndex('c')]).toEqual([1, 1, -1]);
  });

  it('refuses arrays that do not fit', () => {
    const parts = { rows: 1, cols: 1, indptr: Int32Array.of(0, 1), indices: Int32Array.of(0) };
    expect(() => interactionMatrix({ ...parts, data: new Float32Array(2) })).toThrow(
      expect.objectContaining({ code: 'MATRIX_INVALID', field: 'data' }),
    );
    expect(() => interactionMatrix({ ...parts, users: [] })).toThrow(
      expect.objectContaining({ code: 'MATRIX_INVALID', field: 'users' }),
    );
  });
});

describe('binarise', () => {
  it('keeps the pairs and drops the counts', () => {
    const plays = matrixFromIndices({ rows: 1, cols: 2, userIndices: [0, 0, 0], itemIndices: [1, 1, 0] });
    expect(plays.data).toEqual(Float32Array.of(1, 2));
    const pattern = binarise(plays);
    expect(pattern.data).toBeUndefined();
    expect(pattern.indices).toEqual(plays.indices);
  });
});

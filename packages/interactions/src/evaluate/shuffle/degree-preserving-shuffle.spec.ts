import fc from 'fast-check';
import { columnCounts } from '../../matrix/counts';
import { matrixFromIndices } from '../../matrix/matrix-from-indices';
import { degreePreservingShuffle } from './degree-preserving-shuffle';

const rows = 9;
const cols = 15;
const matrices = fc
  .array(fc.tuple(fc.nat(rows - 1), fc.nat(cols - 1)), { minLength: 1, maxLength: 90 })
  .map((pairs) =>
    matrixFromIndices({
      rows,
      cols,
      userIndices: pairs.map(([user]) => user),
      itemIndices: pairs.map(([, item]) => item),
    }),
  );

describe('degreePreservingShuffle', () => {
  it('keeps every row and column sum, entries ascending and each once', () => {
    fc.assert(
      fc.property(matrices, fc.string(), (matrix, seed) => {
        const before = matrix.indices.slice();
        const shuffled = degreePreservingShuffle(matrix, { seed });
        expect(shuffled.indptr).toEqual(matrix.indptr);
        expect(columnCounts(shuffled)).toEqual(columnCounts(matrix));
        for (let user = 0; user < rows; user++) {
          const row = shuffled.indices.subarray(shuffled.indptr[user]!, shuffled.indptr[user + 1]!);
          expect(Array.from(row)).toEqual([...new Set(row)].sort((a, b) => a - b));
        }
        expect(matrix.indices).toEqual(before);
      }),
    );
  });

  it.each([
    [2000, 12],
    [2001, 13],
    [4000, 13],
    [4001, 14],
    [11_200, 15],
  ])('lets %i users trade %i times', (users, tradesPerUser) => {
    const matrix = matrixFromIndices({
      rows: users,
      cols: 30,
      userIndices: Array.from({ length: 3 * users }, (_, entry) => Math.floor(entry / 3)),
      itemIndices: Array.from({ length: 3 * users }, (_, entry) => (7 * Math.floor(entry / 3) + entry) % 30),
    });
    const after = (trades?: number): Int32Array =>
      degreePreservingShuffle(matrix, trades === undefined ? {} : { tradesPerUser: trades }).indices;
    expect(after()).toEqual(after(tradesPerUser));
    expect(after()).not.toEqual(after(tradesPerUser - 1));
  });

  it('reaches each matrix with the same sums equally often', () => {
    // Row sums (1, 1, 1, 2) and column sums (1, 2, 2); the test lists the matrices itself.
    const matrix = matrixFromIndices({
      rows: 4,
      cols: 3,
      userIndices: [0, 1, 2, 3, 3],
      itemIndices: [0, 1, 2, 1, 2],
    });
    const states = new Map<string, number>();
    const runs = 16_000;
    for (let seed = 0; seed < runs; seed++) {
      const key = degreePreservingShuffle(matrix, { seed }).indices.join('');
      states.set(key, (states.get(key) ?? 0) + 1);
    }
    const possible: string[] = [];
    for (const a of [0, 1, 2])
      for (const b of [0, 1, 2])
        for (const c of [0, 1, 2])
          for (const pair of ['01', '02', '12']) {
            const text = `${a}${b}${c}${pair}`;
            const sums = [0, 1, 2].map((item) => [...text].filter((digit) => digit === String(item)).length);
            if (sums.join() === '1,2,2') possible.push(text);
          }
    expect([...states.keys()].sort()).toEqual(possible.sort());
    const expected = runs / possible.length;
    const chi = [...states.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    const freedom = possible.length - 1;
    expect(chi).toBeLessThan(freedom + 5 * Math.sqrt(2 * freedom));
  });

  it('destroys taste: communities mix as chance has it', () => {
    const size = 60;
    const userIndices: number[] = [];
    const itemIndices: number[] = [];
    for (let user = 0; user < size; user++) {
      for (let k = 0; k < 10; k++) {
        userIndices.push(user);
        itemIndices.push((user % 2) * 30 + ((user * 7 + k * 3) % 30));
      }
    }
    const matrix = matrixFromIndices({ rows: size, cols: 60, userIndices, itemIndices });
    const shuffled = degreePreservingShuffle(matrix, { seed: 3 });
    let within = 0;
    for (let user = 0; user < size; user++) {
      for (let k = shuffled.indptr[user]!; k < shuffled.indptr[user + 1]!; k++) {
        if (Math.floor(shuffled.indices[k]! / 30) === user % 2) within++;
      }
    }
    // 600 placements, half at home by chance: sd under 12.3, z = 5.
    expect(Math.abs(within - 300)).toBeLessThan(62);
  });
});

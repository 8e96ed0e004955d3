import fc from 'fast-check';
import { rowCounts } from '../matrix/counts';
import { matrixFromIndices } from '../matrix/matrix-from-indices';
import { split, splitLabels } from './split';

const rows = 6;
const cols = 20;
const matrices = fc
  .array(fc.tuple(fc.nat(rows - 1), fc.nat(cols - 1), fc.nat(50)), { minLength: 1, maxLength: 90 })
  .map((list) =>
    matrixFromIndices({
      rows,
      cols,
      userIndices: list.map(([user]) => user),
      itemIndices: list.map(([, item]) => item),
      timestamps: list.map(([, , time]) => time),
    }),
  );
const seeds = fc.string();

describe('split', () => {
  it('loses and invents nothing', () => {
    fc.assert(
      fc.property(matrices, fc.constantFrom('random', 'last-out', 'time'), seeds, (matrix, by, seed) => {
        const parts = split(matrix, { by, seed, validation: by === 'last-out' ? 1 : 0.1 });
        const all = [parts.train, parts.validation, parts.test].flatMap((part) =>
          Array.from({ length: rows }, (_, user) =>
            Array.from(part.indices.subarray(part.indptr[user]!, part.indptr[user + 1]!), (item, k) =>
              [user, item, part.timestamps![part.indptr[user]! + k]].join(),
            ),
          ).flat(),
        );
        const whole = Array.from({ length: rows }, (_, user) =>
          Array.from(matrix.indices.subarray(matrix.indptr[user]!, matrix.indptr[user + 1]!), (item, k) =>
            [user, item, matrix.timestamps![matrix.indptr[user]! + k]].join(),
          ),
        ).flat();
        expect(all.sort()).toEqual(whole.sort());
      }),
    );
  });

  it('random: takes the rounded share of users with enough items, none of others', () => {
    fc.assert(
      fc.property(matrices, seeds, (matrix, seed) => {
        const test = rowCounts(split(matrix, { seed }).test);
        rowCounts(matrix).forEach((count, user) => {
          expect(test[user]).toBe(count < 5 ? 0 : Math.max(1, Math.round(0.2 * count)));
        });
      }),
    );
  });

  it('random: leaves an item in training whatever the shares', () => {
    fc.assert(
      fc.property(matrices, seeds, (matrix, seed) => {
        const { train } = split(matrix, { test: 0.7, validation: 0.29, minInteractions: 1, seed });
        rowCounts(matrix).forEach((count, user) => expect(rowCounts(train)[user]! > 0).toBe(count > 0));
      }),
    );
  });

  it('random: every item of a user is as likely to be taken', () => {
    const matrix = matrixFromIndices({
      rows: 4000,
      cols: 5,
      userIndices: Array.from({ length: 20_000 }, (_, k) => Math.floor(k / 5)),
      itemIndices: Array.from({ length: 20_000 }, (_, k) => k % 5),
    });
    const counts = new Array<number>(5).fill(0);
    for (const item of split(matrix, { seed: 7 }).test.indices) counts[item]!++;
    // Binomial(4000, 1/5): sd 25.3, z = 5.
    for (const count of counts) expect(Math.abs(count - 800)).toBeLessThan(127);
  });

  it('last-out: takes the latest items of each user and leaves one', () => {
    fc.assert(
      fc.property(matrices, seeds, (matrix, seed) => {
        const labels = splitLabels(matrix, { by: 'last-out', test: 2, validation: 1, seed });
        for (let user = 0; user < rows; user++) {
          const entries = Array.from(
            { length: matrix.indptr[user + 1]! - matrix.indptr[user]! },
            (_, k) => matrix.indptr[user]! + k,
          );
          const of = (part: number) => entries.filter((entry) => labels[entry] === part);
          const times = (part: number) => of(part).map((entry) => matrix.timestamps![entry]!);
          const test = entries.length < 2 ? 0 : Math.min(2, entries.length - 1);
          expect(of(2)).toHaveLength(test);
          expect(of(1)).toHaveLength(entries.length < 2 ? 0 : Math.min(1, entries.length - 1 - test));
          expect(Math.max(...times(0), -1)).toBeLessThanOrEqual(Math.min(...times(1), ...times(2), 99));
          expect(Math.max(...times(1), -1)).toBeLessThanOrEqual(Math.min(...times(2), 99));
        }
      }),
    );
  });

  it('last-out: orders items of one instant by the seed, not by id', () => {
    const matrix = matrixFromIndices({
      rows: 1,
      cols: 30,
      userIndices: new Array<number>(30).fill(0),
      itemIndices: Array.from({ length: 30 }, (_, k) => k),
      timestamps: new Array<number>(30).fill(0),
    });
    const last = Array.from(
      { length: 20 },
      (_, seed) => split(matrix, { by: 'last-out', seed }).test.indices[0],
    );
    expect(new Set(last).size).toBeGreaterThan(8);
  });

  it('time: no instant is in two parts, later parts are later', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { train, validation, test } = split(matrix, { by: 'time', test: 0.2, validation: 0.2 });
        const last = (times?: Float64Array) => Math.max(...times!, -1);
        const first = (times?: Float64Array) => Math.min(...times!, 99);
        expect(last(train.timestamps)).toBeLessThan(first(validation.timestamps));
        expect(last(train.timestamps)).toBeLessThan(first(test.timestamps));
        expect(last(validation.timestamps)).toBeLessThan(first(test.timestamps));
        expect(test.indices.length).toBeGreaterThanOrEqual(
          Math.max(1, Math.round(0.2 * matrix.indices.length)),
        );
      }),
    );
  });

  it('refuses what it cannot do', () => {
    const matrix = matrixFromIndices({ rows: 1, cols: 1, userIndices: [0], itemIndices: [0] });
    const code = (code: string) => expect.objectContaining({ code });
    expect(() => split(matrix, { by: 'time' })).toThrow(code('SPLIT_TIMES_MISSING'));
    expect(() => split(matrix, { test: 0.6, validation: 0.4 })).toThrow(code('CONFIG_INVALID'));
    expect(() => split(matrix, { by: 'last-out', test: 0.5 })).toThrow(code('CONFIG_INVALID'));
    expect(() => split(matrix, { tets: 0.5 } as object)).toThrow('did you mean test?');
  });
});

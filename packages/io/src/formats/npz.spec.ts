import type { Batch, TableSpec } from '@synth/core';
import { fileOf } from '../../test/formats-fixture';
import {
  interactionsBlocks,
  interactionsTable,
  itemsTable,
  usersTable,
} from '../../test/interactions-fixture';
import { readNpy, readNpz } from '../../test/npy-reader';
import { npz } from './npz';

const tables = [itemsTable, usersTable, interactionsTable];
const expectedRows = { items: 7, users: 5000 };
const context = { dataset: 'test', expectedRows };

describe('npz', () => {
  const userItems = Array.from({ length: 5000 }, (_, user) =>
    user % 3 === 0 ? [] : [user % 7, (user * 5 + 1) % 7, user % 7],
  );
  const made = interactionsBlocks(userItems, 7);
  const [matrix, users, items] = npz.files(tables, context);

  it.each([8192, 1000])('is the matrix of all users and items, in batches of %i', (rows) => {
    const { indptr, indices, data, shape, format } = readNpz(fileOf(matrix!, made.userBlocks, rows));
    expect(shape).toEqual({ descr: '<i8', shape: [2], values: [5000n, 7n] });
    expect(format).toEqual({ descr: '|S3', shape: [], values: ['csr'] });
    const expected = userItems.map((list) => {
      const counts = new Map<number, number>();
      for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
      return [...counts].sort(([a], [b]) => a - b);
    });
    const flat = expected.flat();
    expect(indices).toEqual({ descr: '<i4', shape: [flat.length], values: flat.map(([item]) => item) });
    expect(data).toEqual({ descr: '<f4', shape: [flat.length], values: flat.map(([, count]) => count) });
    let end = 0;
    expect(indptr).toEqual({
      descr: '<i4',
      shape: [5001],
      values: [0, ...expected.map((list) => (end += list.length))],
    });
  });

  it('has the ids beside', () => {
    expect([matrix!.path, users!.path, items!.path]).toEqual([
      'matrix.npz',
      'matrix_users.npy',
      'matrix_items.npy',
    ]);
    const ids = (file: typeof users, blocks: Batch[][]) => readNpy(fileOf(file!, blocks));
    expect(ids(users, made.userBlocks)).toEqual({ descr: '<U5', shape: [5000], values: made.users });
    expect(ids(items, made.itemBlocks)).toEqual({ descr: '<U6', shape: [7], values: made.items });
  });

  it('is the same when what chunks say has gone through JSON', () => {
    const replayed = { ...matrix!, encoder: () => throughJson(matrix!.encoder()) };
    expect(fileOf(replayed, made.userBlocks)).toEqual(fileOf(matrix!, made.userBlocks));
  });

  it('adds up a column of counts', () => {
    const table: TableSpec = {
      ...interactionsTable,
      columns: [
        ...interactionsTable.columns,
        { name: 'plays', type: 'i32', role: 'count', description: 'plays' },
      ],
    };
    const [users, interactions] = interactionsBlocks([[2, 0, 2]], 3).userBlocks[0]!;
    const plays = { type: 'i32' as const, values: Int32Array.of(200, 3, 500) };
    const batch = { ...interactions!, columns: { ...interactions!.columns, plays } };
    const [file] = npz.files([usersTable, table], { dataset: 'test', expectedRows: { items: 3 } });
    expect(readNpz(fileOf(file!, [[users!, batch]]))['data']!.values).toEqual([3, 700]);
  });

  it('holds an empty matrix', () => {
    const arrays = readNpz(fileOf(matrix!, []));
    expect(arrays['indptr']!.values).toEqual([0]);
    expect(arrays['shape']!.values).toEqual([0n, 7n]);
    expect(readNpy(fileOf(users!, []))).toEqual({ descr: '<U1', shape: [0], values: [] });
  });

  it('needs a table of users and items', () => {
    expect(() => npz.files([itemsTable, { ...interactionsTable, truth: true }], context)).toThrow(
      expect.objectContaining({ code: 'FORMAT_UNSUITED', value: 'npz' }),
    );
  });

  it('refuses items whose dictionary is not all of them', () => {
    const [other] = npz.files(tables, { dataset: 'test', expectedRows: { items: 8 } });
    expect(() => fileOf(other!, made.userBlocks)).toThrow(
      expect.objectContaining({
        code: 'BATCH_INVALID',
        message: expect.stringContaining('item_id has not all ids'),
      }),
    );
  });
});

type Encoder = ReturnType<NonNullable<ReturnType<typeof npz.files>[number]>['encoder']>;

function throughJson(encoder: Encoder): Encoder {
  const copied = (chunks: ReturnType<Encoder['finish']>) =>
    chunks.map((chunk) => ({ ...chunk, meta: JSON.parse(JSON.stringify(chunk.meta)) as unknown }));
  return {
    encode: (batch) => copied(encoder.encode(batch)),
    finish: () => copied(encoder.finish()),
  };
}

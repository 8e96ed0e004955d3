import type { ColumnSpec, TableSpec } from '@synth/core';
import { parse } from 'yaml';
import { batchOf, fileOf } from '../../test/formats-fixture';
import { interactionsTable, itemsTable, usersTable } from '../../test/interactions-fixture';
import { recbole } from './recbole';

const spec = (name: string, type: ColumnSpec['type'], more: Partial<ColumnSpec> = {}): ColumnSpec => ({
  name,
  type,
  description: name,
  ...more,
});

const items: TableSpec = {
  ...itemsTable,
  columns: [
    ...itemsTable.columns,
    spec('title', 'string', { nullable: true }),
    spec('tags', 'list', { items: 'string' }),
    spec('taste', 'vector', { width: 2 }),
    spec('free', 'bool'),
    spec('more', 'json'),
  ],
};

const context = { dataset: 'demo', expectedRows: {} };
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('recbole', () => {
  const truth = { ...usersTable, name: 'truth_users', truth: true };
  const files = recbole.files([items, truth, usersTable, interactionsTable], context);
  const file = (path: string) => files.find((one) => one.path === path)!;

  it('writes atomic files of the tables that are not truth', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'recbole/demo/demo.inter',
      'recbole/demo/demo.user',
      'recbole/demo/demo.item',
      'recbole/demo.yaml',
    ]);
  });

  it('keeps a table in one file whatever the parts, as RecBole reads one', () => {
    expect(files.filter(({ splittable }) => splittable)).toEqual([]);
  });

  it('writes interactions with seconds', () => {
    const batch = batchOf('interactions', 2, {
      user_id: { type: 'dictionary', dictionary: ['u"1'], values: Int32Array.of(0, 0) },
      item_id: { type: 'dictionary', dictionary: ['a\tb', 'c d'], values: Int32Array.of(0, 1) },
      timestamp: { type: 'timestamp', values: Float64Array.of(1704067200123, 1704067201000) },
    });
    expect(text(fileOf(file('recbole/demo/demo.inter'), [[batch]]))).toBe(
      'user_id:token\titem_id:token\ttimestamp:float\n"u""1"\t"a\tb"\t1704067200.123\n"u""1"\tc d\t1704067201\n',
    );
  });

  it('writes features of items', () => {
    const batch = batchOf('items', 2, {
      item_id: { type: 'string', values: ['i1', 'i2'] },
      title: { type: 'string', values: ['The One', ''], valid: Uint8Array.of(1, 0) },
      tags: {
        type: 'list',
        offsets: Int32Array.of(0, 2, 2),
        values: { type: 'string', values: ['hip hop', 'pop'] },
      },
      taste: { type: 'vector', width: 2, values: Float32Array.of(0.5, -1, 2, 0) },
      free: { type: 'bool', values: Uint8Array.of(1, 0) },
      more: { type: 'json', values: [{}, {}] },
    });
    expect(text(fileOf(file('recbole/demo/demo.item'), [[batch]]))).toBe(
      'item_id:token\ttitle:token\ttags:token_seq\ttaste:float_seq\tfree:float\n' +
        'i1\tThe One\thip_hop pop\t0.5 -1\t1\ni2\t\t""\t2 0\t0\n',
    );
  });

  it('names the fields in a yaml', () => {
    expect(text(fileOf(file('recbole/demo.yaml'), []))).toBe(
      [
        "# In this folder: run_recbole(model='BPR', config_file_list=['demo.yaml'])",
        'dataset: "demo"',
        'data_path: "."',
        'field_separator: "\\t"',
        'seq_separator: " "',
        'USER_ID_FIELD: "user_id"',
        'ITEM_ID_FIELD: "item_id"',
        'TIME_FIELD: "timestamp"',
        'load_col:',
        '  inter: ["user_id", "item_id", "timestamp"]',
        '  user: ["user_id"]',
        '  item: ["item_id", "title", "tags", "taste", "free"]',
        '',
      ].join('\n'),
    );
  });

  it('names in the yaml, which is one, the fields that the files have', () => {
    const settings = parse(text(fileOf(file('recbole/demo.yaml'), []))) as {
      load_col: Record<string, string[]>;
      field_separator: string;
    };
    expect(settings.field_separator).toBe('\t');
    for (const [kind, fields] of Object.entries(settings.load_col)) {
      const [header] = text(fileOf(file(`recbole/demo/demo.${kind}`), [])).split('\n');
      expect([kind, header!.split('\t').map((field) => field.split(':')[0])]).toEqual([kind, fields]);
    }
    expect(Object.keys(settings.load_col)).toEqual(['inter', 'user', 'item']);
  });

  it('calls ids what the interactions call them', () => {
    const people: TableSpec = {
      ...usersTable,
      name: 'people',
      columns: [spec('id', 'string', { role: 'user' })],
    };
    const references = [{ column: 'user_id', table: 'people', to: 'id' }, interactionsTable.references![1]!];
    const [, user] = recbole.files([people, items, { ...interactionsTable, references }], context);
    const batch = batchOf('people', 1, { id: { type: 'string', values: ['u1'] } });
    expect(text(fileOf(user!, [[batch]]))).toBe('user_id:token\nu1\n');
  });
});

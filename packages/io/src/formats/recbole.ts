import type { ColumnSpec, TableSpec } from '@synth/core';
import { z } from 'zod';
import type { OutputFile, OutputFormat } from './format';
import { formatOptions } from './format-options';
import type { AtomicColumn } from './recbole/atomic-columns';
import { atomicColumn } from './recbole/atomic-columns';
import { atomicFile } from './recbole/atomic-file';
import type { IdColumn } from './role-columns';
import { columnOfRole, interactionTables } from './role-columns';

const options = formatOptions('recbole', z.strictObject({}));

/**
 * Atomic files of RecBole: `recbole/<dataset>/<dataset>.inter`, `.user`, `.item` with typed headers, and
 * `recbole/<dataset>.yaml` that names the fields. Timestamps are seconds since 1970. JSON columns and truth tables are
 * left out.
 */
export const recbole: OutputFormat = {
  name: 'recbole',
  description: 'atomic files for RecBole, with a yaml of the fields',
  files(tables, context) {
    options.parse(context.options ?? {});
    const { dataset } = context;
    const { table, user, item, users, items } = interactionTables(tables, 'recbole');
    const parts: {
      readonly extension: string;
      readonly table: TableSpec;
      readonly columns: AtomicColumn[];
    }[] = [{ extension: 'inter', table, columns: atomicColumns(table) }];
    for (const [extension, ids, name] of [
      ['user', users, user.name],
      ['item', items, item.name],
    ] as const) {
      const side = tables.find((one) => one.name === ids.table);
      if (side !== undefined) parts.push({ extension, table: side, columns: atomicColumns(side, ids, name) });
    }
    const yaml = yamlText(
      dataset,
      { user, item, time: columnOfRole(table, 'time'), label: columnOfRole(table, 'label') },
      parts,
    );
    return [
      ...parts.map((part) =>
        atomicFile(part.table, `recbole/${dataset}/${dataset}.${part.extension}`, part.columns),
      ),
      fixedFile(`recbole/${dataset}.yaml`, yaml),
    ];
  },
};

/** @param name what the ids are called in the interactions: RecBole joins by name */
function atomicColumns(table: TableSpec, ids?: IdColumn, name?: string): AtomicColumn[] {
  return table.columns.flatMap((spec) => {
    const column = atomicColumn(spec, spec.role);
    if (column === undefined) return [];
    return ids !== undefined && spec.name === ids.column
      ? { ...column, name: name!, feature: 'token' }
      : column;
  });
}

function yamlText(
  dataset: string,
  fields: { user: ColumnSpec; item: ColumnSpec; time: ColumnSpec | undefined; label: ColumnSpec | undefined },
  parts: readonly { readonly extension: string; readonly columns: readonly AtomicColumn[] }[],
): string {
  const { user, item, time, label } = fields;
  const settings: [string, string | undefined][] = [
    ['dataset', dataset],
    ['data_path', '.'],
    ['field_separator', '\t'],
    ['seq_separator', ' '],
    ['USER_ID_FIELD', user.name],
    ['ITEM_ID_FIELD', item.name],
    ['TIME_FIELD', time?.name],
    ['LABEL_FIELD', label?.name],
  ];
  const lines = settings.flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  const load = parts.map(({ extension, columns }) => {
    const names = columns.map(({ name }) => JSON.stringify(name));
    return `  ${extension}: [${names.join(', ')}]`;
  });
  return [
    `# In this folder: run_recbole(model='BPR', config_file_list=['${dataset}.yaml'])`,
    ...lines,
    'load_col:',
    ...load,
    '',
  ].join('\n');
}

/** A file of text that no rows go into. */
function fixedFile(path: string, text: string): OutputFile {
  return {
    path,
    tables: [],
    splittable: false,
    encoder: () => ({ encode: () => [], finish: () => [] }),
    assembler: () => ({
      start: () => new Uint8Array(Buffer.from(text, 'utf8')),
      append: () => [],
      end: () => ({}),
    }),
  };
}

import { join } from 'node:path';
import type { Row, Seed } from '@synth/core';
import type { FilesReport, Manifest } from '@synth/io';
import type { Check } from '../integrity/check';
import { PersonalData } from '../integrity/personal-data';
import type { DeclaredTable, Ids } from '../integrity/table-checker';
import { TableChecker } from '../integrity/table-checker';
import { readableFormats, tableRowBatches } from './table-rows';

/** Takes the rows of a table, and where each stands, for messages. */
export type RowVisitor = (row: Row, where: () => string) => void;

/** What was found while tables were read; what is said of persons comes last in a report. */
export interface TableChecks {
  readonly checks: readonly Check[];
  readonly personal: readonly Check[];
}

/**
 * Reads every table of a run once, those first that others refer to: holds each to what the manifest says of it, and
 * gives its rows to a visitor.
 *
 * @param visitorOf of each table; `ids` are those of the tables read before, as `table.column`
 * @param seed of the samples of keys that are watched where there are very many
 */
export async function readTables(
  dir: string,
  files: FilesReport,
  visitorOf: (table: DeclaredTable, ids: Ids) => RowVisitor,
  seed?: Seed,
): Promise<TableChecks> {
  const { reproducible } = files.manifest;
  const personal = new PersonalData();
  const checks: Check[] = [filesCheck(files)];
  const ids = new Map<string, Set<string>>();
  for (const table of declaredTables(reproducible)) {
    const paths = pathsOf(table.name, reproducible, files);
    if (paths === undefined) {
      checks.push({
        name: `${table.name}: rows`,
        status: 'skip',
        detail: 'no file in a format that is read',
      });
      continue;
    }
    const checker = new TableChecker(table, ids, personal, seed);
    const visit = visitorOf(table, ids);
    const flat = flattener(table);
    const id = table.key.length === 1 ? table.key[0] : undefined;
    const keys = new Set<string>();
    for (const path of paths) {
      for await (const { rows, where } of tableRowBatches(join(dir, path))) {
        let index = 0;
        const place = (): string => `${where(index)} of ${path}`;
        for (; index < rows.length; index++) {
          const row = flat(rows[index]!);
          checker.row(row);
          visit(row, place);
          if (id !== undefined && table.name !== 'interactions') keys.add(String(row[id]));
        }
      }
    }
    if (id !== undefined) ids.set(`${table.name}.${id}`, keys);
    checks.push(...checker.finish());
  }
  return { checks, personal: personal.finish() };
}

/** The tables of a run, those first that others refer to. */
export const declaredTables = ({ tables }: Manifest['reproducible']): DeclaredTable[] =>
  (tables as unknown as DeclaredTable[]).toSorted(
    (a, b) => (a.references?.length ?? 0) - (b.references?.length ?? 0),
  );

/** Columns `a.b`, which JSON Lines has as member b of an object a, by their names. */
function flattener({ columns }: DeclaredTable): (row: Row) => Row {
  const nested = columns
    .map(({ name }) => ({ name, parent: name.slice(0, name.indexOf('.')) }))
    .filter(({ name }) => name.includes('.'));
  if (nested.length === 0) return (row) => row;
  return (row) => {
    const flat = { ...row };
    for (const { name, parent } of nested) {
      const object = row[parent];
      if (!(name in row) && typeof object === 'object' && object !== null)
        flat[name] = (object as Row)[name.slice(parent.length + 1)];
    }
    return flat;
  };
}

function filesCheck({ ok, right, missing, changed }: FilesReport): Check {
  const wrong = [
    ...missing.map((path) => `${path} is missing`),
    ...changed.map((path) => `${path} was changed`),
  ];
  return {
    name: 'files',
    status: ok ? 'pass' : 'fail',
    detail: ok ? `${right.length} of ${right.length} hashes are those of the manifest` : wrong.join(', '),
  };
}

/** The parts of a table in the first format that can be read and of which no part is missing. */
function pathsOf(
  table: string,
  { files }: Manifest['reproducible'],
  { missing }: FilesReport,
): readonly string[] | undefined {
  const parts = files.filter(
    ({ tables, path }) => tables.length === 1 && tables[0] === table && !missing.includes(path),
  );
  const format = readableFormats.find((one) => parts.some((part) => part.format === one));
  return format === undefined
    ? undefined
    : parts.filter((part) => part.format === format).map(({ path }) => path);
}

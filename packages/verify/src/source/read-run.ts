import { basename, join, resolve } from 'node:path';
import type { Row } from '@synth/core';
import { SynthError } from '@synth/core';
import type { FilesReport, Manifest } from '@synth/io';
import { verifyFiles } from '@synth/io';
import type { VerifyErrorCode } from '../errors';
import type { Check } from '../integrity/check';
import type { SplitKind } from '../integrity/leakage';
import { Leakage, splitParts } from '../integrity/leakage';
import { PersonalData } from '../integrity/personal-data';
import type { DeclaredTable } from '../integrity/table-checker';
import { TableChecker } from '../integrity/table-checker';
import { InteractionCollector } from './interaction-collector';
import { plantedTruth } from './planted-truth';
import type { ReadOptions } from './read-options';
import type { Source } from './source';
import { readableFormats, tableRows } from './table-rows';

/**
 * Reads a run of `@synth/io`: hashes of all files, each table against what the manifest says of it, the interactions
 * as a matrix and the truth where it is.
 */
export async function readRun(dir: string, options: ReadOptions): Promise<Source> {
  const files = await verifyFiles(dir);
  const { reproducible } = files.manifest;
  // Tables that others refer to first.
  const tables = (reproducible.tables as unknown as DeclaredTable[]).toSorted(
    (a, b) => (a.references?.length ?? 0) - (b.references?.length ?? 0),
  );
  if (!tables.some(({ name }) => name === 'interactions')) throw unsuited(dir, reproducible);
  const personal = new PersonalData();
  const checks: Check[] = [filesCheck(files)];
  const ids = new Map<string, Set<string>>();
  const kept = new Map<string, Row[]>();
  const { preset, split } = reproducible.config as { preset?: unknown; split?: { by?: SplitKind } | null };
  const leakage = new Leakage(split?.by ?? 'random', options);
  let collector: InteractionCollector | undefined;
  for (const table of tables) {
    const paths = pathsOf(table.name, reproducible, files);
    if (paths === undefined) {
      checks.push({
        name: `${table.name}: rows`,
        status: 'skip',
        detail: 'no file in a format that is read',
      });
      continue;
    }
    const checker = new TableChecker(table, ids, personal, options.seed);
    const id = table.key.length === 1 ? table.key[0] : undefined;
    const keys = new Set<string>();
    const rows: Row[] = [];
    if (table.name === 'interactions') {
      collector = new InteractionCollector({
        ...options,
        users: ids.get('users.user_id') ?? [],
        items: ids.get('items.item_id') ?? [],
      });
    }
    for (const path of paths) {
      for await (const { row, where } of tableRows(join(dir, path))) {
        checker.row(row);
        if (splitParts.includes(table.name)) leakage.add(table.name, row, `${where} of ${path}`);
        if (table.name === 'interactions') collector?.add(row, () => `${where} of ${path}`);
        else if (id !== undefined) keys.add(String(row[id]));
        if (table.name.startsWith('truth_')) rows.push(row);
      }
    }
    if (id !== undefined) ids.set(`${table.name}.${id}`, keys);
    kept.set(table.name, rows);
    checks.push(...checker.finish());
  }
  if (collector === undefined || collector.rows === 0) throw unsuited(dir, reproducible);
  const { checks: rowChecks, ...collected } = collector.finish();
  const groups = tables
    .find(({ name }) => name === 'truth_items')
    ?.columns.find(({ name }) => name === 'group')?.values;
  const truth = plantedTruth(collected.matrix, kept.get('truth_users'), kept.get('truth_items'), groups);
  return {
    name: basename(resolve(dir)),
    kind: 'run',
    ...collected,
    rows: collector.rows,
    ...(typeof preset === 'string' ? { preset } : {}),
    ...(truth === undefined ? {} : { truth }),
    checks: [
      ...checks,
      ...rowChecks,
      ...(tables.some(({ name }) => splitParts.includes(name)) ? leakage.finish() : []),
      ...personal.finish(),
    ],
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

const unsuited = (dir: string, { tables }: Manifest['reproducible']): SynthError<VerifyErrorCode> =>
  new SynthError({
    code: 'SOURCE_UNSUITED',
    message: `${dir} has no interactions that can be read (tables: ${tables.map(({ name }) => name).join(', ')})`,
    field: 'path',
    value: dir,
    allowed: `a table called interactions in one of ${readableFormats.join(', ')}`,
    remedy: 'run again with --format csv, or name a file of interactions',
  });

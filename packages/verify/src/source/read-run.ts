import { basename, resolve } from 'node:path';
import type { Row } from '@synth/core';
import { SynthError } from '@synth/core';
import type { Manifest } from '@synth/io';
import { verifyFiles } from '@synth/io';
import type { VerifyErrorCode } from '../errors';
import type { SplitKind } from '../integrity/leakage';
import { Leakage, splitParts } from '../integrity/leakage';
import { InteractionCollector } from './interaction-collector';
import { plantedTruth } from './planted-truth';
import type { ReadOptions } from './read-options';
import type { RowVisitor } from './read-tables';
import { declaredTables, readTables } from './read-tables';
import type { Source } from './source';
import { readableFormats } from './table-rows';

/**
 * Reads a run of `@synth/io`: hashes of all files, each table against what the manifest says of it, the interactions
 * as a matrix and the truth where it is.
 */
export async function readRun(dir: string, options: ReadOptions): Promise<Source> {
  const files = await verifyFiles(dir);
  const { reproducible } = files.manifest;
  const tables = declaredTables(reproducible);
  if (!tables.some(({ name }) => name === 'interactions')) throw unsuited(dir, reproducible);
  const kept = new Map<string, Row[]>();
  const { preset, split } = reproducible.config as { preset?: unknown; split?: { by?: SplitKind } | null };
  const leakage = new Leakage(split?.by ?? 'random', options);
  let collector: InteractionCollector | undefined;
  const { checks, personal } = await readTables(
    dir,
    files,
    ({ name }, ids): RowVisitor => {
      if (name === 'interactions') {
        const interactions = new InteractionCollector({
          ...options,
          users: ids.get('users.user_id') ?? [],
          items: ids.get('items.item_id') ?? [],
        });
        collector = interactions;
        return (row, where) => interactions.add(row, where);
      }
      if (splitParts.includes(name)) return (row, where) => leakage.add(name, row, where());
      if (!name.startsWith('truth_')) return () => undefined;
      const rows: Row[] = [];
      kept.set(name, rows);
      return (row) => void rows.push(row);
    },
    options.seed,
  );
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
      ...personal,
    ],
  };
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

import { basename } from 'node:path';
import { SynthError } from '@synth/core';
import type { VerifyErrorCode } from '../errors';
import { countCheck } from '../integrity/check';
import { Leakage } from '../integrity/leakage';
import { PersonalData } from '../integrity/personal-data';
import type { ColumnNames } from './column-names';
import { columnMapping } from './column-names';
import type { ReadOptions } from './read-options';
import { InteractionCollector } from './interaction-collector';
import type { Source } from './source';
import { tableRowBatches } from './table-rows';

/**
 * Reads a plain file of interactions, one a row.
 */
export async function readFile(path: string, names: ColumnNames, options: ReadOptions): Promise<Source> {
  const { heldOut } = options;
  const collector = new InteractionCollector(options);
  const personal = new PersonalData();
  const leakage = heldOut === undefined ? undefined : new Leakage('time', options);
  let first = true;
  for await (const { rows, where } of tableRowBatches(path, columnMapping(names))) {
    let index = 0;
    const place = (): string => where(index);
    for (; index < rows.length; index++) {
      const row = rows[index]!;
      if (first) for (const column in row) personal.column(column, `of ${basename(path)}`);
      first = false;
      collector.add(row, place);
      for (const column in row) {
        if (column !== 'timestamp') personal.look(row[column], () => `${column} ${place()}`);
      }
      leakage?.add('train', row, place());
    }
  }
  if (leakage !== undefined && heldOut !== undefined) {
    for await (const { rows, where } of tableRowBatches(heldOut, columnMapping(names))) {
      for (const [index, row] of rows.entries())
        leakage.add('validation', row, `${where(index)} of ${basename(heldOut)}`);
    }
  }
  if (collector.rows === 0) throw empty(path, collector.negatives);
  const { checks, ...collected } = collector.finish();
  const repeated = collector.keptRows - collected.matrix.indices.length;
  return {
    name: basename(path),
    kind: 'file',
    ...collected,
    rows: collector.rows,
    checks: [
      ...checks,
      countCheck(
        'repeats',
        { count: repeated },
        { right: 'every pair stands once', wrong: 'rows repeat a pair, and count once' },
        'warn',
      ),
      ...(leakage?.finish() ?? []),
      ...personal.finish(),
    ],
  };
}

const empty = (path: string, negatives: number): SynthError<VerifyErrorCode> =>
  new SynthError({
    code: 'SOURCE_EMPTY',
    message:
      negatives > 0
        ? `${path}: none of the ${negatives.toLocaleString('en-GB')} rows is positive (label 1)`
        : `${path} has no interactions`,
    field: 'path',
    value: path,
    allowed: 'at least one row of a user who took an item',
  });

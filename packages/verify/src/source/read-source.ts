import { stat } from 'node:fs/promises';
import { SynthError } from '@synth/core';
import type { VerifyErrorCode } from '../errors';
import type { ColumnNames } from './column-names';
import type { ReadOptions } from './read-options';
import { readFile } from './read-file';
import { readRun } from './read-run';
import { readTableSet } from '../tables/read-table-set';
import { sniffedTable } from '../tables/sniffed-table';
import type { Source } from './source';

/**
 * Reads what is to be judged: the folder of a run, or a file of interactions (CSV, JSON Lines, Parquet).
 *
 * @param names the columns of a plain file, where they are not called as usual
 * @throws SynthError `SOURCE_UNREADABLE`, `SOURCE_UNSUITED`, `SOURCE_EMPTY`; the codes of `@synth/io` for files that
 *   are damaged
 */
export async function readSource(
  path: string,
  names: ColumnNames = {},
  options: ReadOptions = {},
): Promise<Source> {
  let found;
  try {
    found = await stat(path);
  } catch (cause) {
    throw new SynthError<VerifyErrorCode>({
      code: 'SOURCE_UNREADABLE',
      message: `there is no ${path}`,
      field: 'path',
      value: path,
      allowed: 'the folder of a run, or a file of interactions',
      cause,
    });
  }
  if (found.isDirectory()) return readRun(path, options);
  const source = await readFile(path, names, options);
  const { kinds } = await sniffedTable(path, names);
  if (kinds.length === 0) return source;
  // Personal data was looked for already.
  const { findings } = await readTableSet(path, names, { ...options, personal: false });
  return {
    ...source,
    tables: findings,
    checks: [...source.checks, ...findings.flatMap(({ checks }) => checks)],
  };
}

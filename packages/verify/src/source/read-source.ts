import { stat } from 'node:fs/promises';
import { SynthError } from '@synth/core';
import type { VerifyErrorCode } from '../errors';
import type { ColumnNames } from './column-names';
import type { ReadOptions } from './read-options';
import { readFile } from './read-file';
import { readRun } from './read-run';
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
  return found.isDirectory() ? readRun(path, options) : readFile(path, names, options);
}

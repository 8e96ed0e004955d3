import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';
import type { Manifest } from '../manifest/manifest';
import { verifyFiles } from '../manifest/verify-files';
import { differences, differenceText } from './differences';
import type { RunDefinition } from './run-definition';
import type { RunFolder } from './run-folder';
import { textIfThere } from './run-folder';

/** What a run has to do in its folder. */
export type Task =
  | { readonly kind: 'make'; readonly earlier?: Manifest }
  | { readonly kind: 'nothing'; readonly manifest: Manifest };

/** The name of the file that says what an unfinished run is. */
export const definitionFile = 'run.json';

/**
 * Looks at what the folder holds: this run, whole or unfinished, is gone on with; anything else is refused unless it
 * may be overwritten.
 *
 * @throws SynthError `OUTPUT_EXISTS`, `RESUME_MISMATCH`
 */
export async function taskIn(
  folder: RunFolder,
  definition: RunDefinition,
  overwrite: boolean,
): Promise<Task> {
  const state = await folder.state();
  switch (state.kind) {
    case 'empty':
      return { kind: 'make' };
    case 'unfinished': {
      if (overwrite) return { kind: 'make' };
      const begun = await textIfThere(join(folder.unfinished, definitionFile));
      const before: unknown = begun === undefined || begun === '' ? undefined : JSON.parse(begun);
      if (before !== undefined && !isDeepStrictEqual(before, definition.description)) {
        throw mismatch(folder.path, before, definition);
      }
      return { kind: 'make' };
    }
    case 'complete': {
      const { manifest } = state;
      if (overwrite) return { kind: 'make', earlier: manifest };
      if (manifest.reproducible.planHash !== definition.planHash) {
        throw exists(folder.path, 'holds another run');
      }
      const report = await verifyFiles(folder.path);
      if (report.ok) return { kind: 'nothing', manifest };
      const damaged = [...report.missing, ...report.changed];
      throw exists(folder.path, `holds this run, but not as it was made (${damaged.join(', ')})`, damaged);
    }
    default:
      if (overwrite) return { kind: 'make' };
      throw exists(folder.path, 'is not empty');
  }
}

const exists = (out: string, what: string, value: unknown = out): SynthError<IoErrorCode> =>
  new SynthError({
    code: 'OUTPUT_EXISTS',
    message: `${out} ${what}`,
    field: 'out',
    value,
    allowed: 'a new or empty folder, or the folder of the same run',
    remedy: 'choose another folder (--out), or replace what a run left there (--overwrite)',
  });

function mismatch(out: string, before: unknown, definition: RunDefinition): SynthError<IoErrorCode> {
  const found = differences(before, definition.description);
  return new SynthError({
    code: 'RESUME_MISMATCH',
    message: `${out} holds an unfinished run of something else: ${found.map(differenceText).join('; ')}`,
    field: found[0]?.path ?? 'out',
    value: found.map(({ path }) => path),
    allowed: 'the same configuration, inputs, tables and formats as the unfinished run',
    remedy: 'run with what it had, choose another folder (--out), or begin anew (--overwrite)',
  });
}

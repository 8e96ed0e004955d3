import { isDeepStrictEqual } from 'node:util';
import { canonicalJson, SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';
import type { Manifest } from '../manifest/manifest';
import { readManifest } from '../manifest/read-manifest';
import { verifyFiles } from '../manifest/verify-files';
import { differences, differenceText } from './differences';
import type { EarlierJournal } from './journal';
import { readJournal } from './journal';
import type { RunDefinition } from './run-definition';
import type { RunFolder } from './run-folder';

/** What a run has to do in its folder. */
export type Task =
  | { readonly kind: 'begin' }
  | { readonly kind: 'resume'; readonly journal: EarlierJournal }
  /** All files are whole, some perhaps in their places. */
  | { readonly kind: 'publish'; readonly manifest: Manifest }
  | { readonly kind: 'nothing'; readonly manifest: Manifest };

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
  if (overwrite) return { kind: 'begin' };
  const { isUnfinished, placed } = await folder.state();
  // Without a journal nothing of an unfinished run can be used.
  const journal = isUnfinished ? await readJournal(folder.unfinished) : undefined;
  if (journal !== undefined) {
    if (!isDeepStrictEqual(journal.description, plain(definition.description))) {
      throw mismatch(folder.path, journal.description, definition);
    }
    // A run that was stopped when all of its files were in their places.
    if (placed.kind === 'complete' && placed.manifest.reproducible.planHash === definition.planHash) {
      if ((await verifyFiles(folder.path)).ok) return { kind: 'nothing', manifest: placed.manifest };
    }
    const manifest = await readManifest(folder.unfinished).catch(() => undefined);
    return manifest !== undefined && (await folder.holds(manifest.reproducible.files))
      ? { kind: 'publish', manifest }
      : { kind: 'resume', journal };
  }
  switch (placed.kind) {
    case 'empty':
      return { kind: 'begin' };
    case 'complete': {
      const { manifest } = placed;
      if (manifest.reproducible.planHash !== definition.planHash) {
        throw exists(folder.path, 'holds another run');
      }
      const report = await verifyFiles(folder.path);
      if (report.ok) return { kind: 'nothing', manifest };
      const damaged = [...report.missing, ...report.changed];
      throw exists(folder.path, `holds this run, but not as it was made (${damaged.join(', ')})`, damaged);
    }
    case 'foreign':
      throw exists(folder.path, 'is not empty');
  }
}

const plain = (value: unknown): unknown => JSON.parse(canonicalJson(value));

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
  const found = differences(before, plain(definition.description));
  return new SynthError({
    code: 'RESUME_MISMATCH',
    message: `${out} holds an unfinished run of something else: ${found.map(differenceText).join('; ')}`,
    field: found[0]?.path ?? 'out',
    value: found.map(({ path }) => path),
    allowed: 'the same configuration, inputs, tables and formats as the unfinished run',
    remedy: 'run with what it had, choose another folder (--out), or begin anew (--overwrite)',
  });
}

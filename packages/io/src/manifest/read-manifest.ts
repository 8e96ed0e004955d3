import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';
import type { Manifest } from './manifest';
import { parseManifest } from './manifest';

/**
 * Reads the manifest of a run.
 *
 * @param dir the run's folder
 * @throws SynthError `MANIFEST_MISSING` where no run was ended, `MANIFEST_INVALID`
 */
export const readManifest = (dir: string): Promise<Manifest> => readManifestFile(join(dir, 'manifest.json'));

/** The same, from a file of any name. */
export async function readManifestFile(path: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new SynthError<IoErrorCode>({
      code: 'MANIFEST_MISSING',
      message: `${path}: there is no such file`,
      field: 'dir',
      value: path,
      allowed: 'the folder of a run that was ended',
      cause,
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw invalid(path, 'it is not JSON', cause);
  }
  const result = parseManifest(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw invalid(path, `${issue.path.map(String).join('.') || 'it'}: ${issue.message}`, result.error);
}

const invalid = (path: string, why: string, cause: unknown): SynthError<IoErrorCode> =>
  new SynthError({ code: 'MANIFEST_INVALID', message: `${path}: ${why}`, field: 'dir', value: path, cause });

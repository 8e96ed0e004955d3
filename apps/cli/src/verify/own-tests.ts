import { isSynthError, SynthError } from '@synth/core';
import { readManifest } from '@synth/io';
import type { GeneratorTests } from '@synth/verify';
import type { CliErrorCode } from '../errors';
import type { GeneratorLoaders } from '../generator';
import type { Option } from '../options/option';

/** The tests that the generator of a run brings; undefined for runs of others, and for files. */
export async function ownTests(
  path: string,
  generators: GeneratorLoaders,
): Promise<GeneratorTests | undefined> {
  let dataset: string;
  try {
    dataset = (await readManifest(path)).reproducible.dataset.name;
  } catch (error) {
    if (isSynthError(error) && error.code === 'MANIFEST_MISSING') return undefined;
    throw error;
  }
  if (!Object.hasOwn(generators, dataset)) return undefined;
  const { tests } = await generators[dataset]!();
  return tests?.();
}

/**
 * Refuses options that have no meaning here.
 *
 * @param why what they are about, and what this is: `is about interactions, and this is a run of match`
 *
 * @throws SynthError `ARGUMENT_INVALID`
 */
export function noneOf(given: ReadonlyMap<string, unknown>, options: readonly Option[], why: string): void {
  const found = options.find(({ name }) => given.has(name));
  if (found === undefined) return;
  throw new SynthError<CliErrorCode>({
    code: 'ARGUMENT_INVALID',
    message: `--${found.name} ${why}`,
    field: found.name,
    remedy: 'leave it out',
  });
}

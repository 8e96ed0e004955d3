import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnyDataset, DatasetModule } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';

const self = import.meta.url;

/**
 * Imports a dataset from its module, and makes sure that it is the one that is meant.
 *
 * @throws SynthError `DATASET_UNLOADABLE`
 */
export async function loadDataset(
  { specifier, export: name }: DatasetModule,
  expected: { readonly name: string; readonly version: string },
): Promise<AnyDataset> {
  const dataset = (await importModule(specifier))[name] as AnyDataset | undefined;
  if (dataset?.name === expected.name && dataset.version === expected.version) return dataset;
  const found = dataset === undefined ? 'nothing' : `${dataset.name}@${dataset.version}`;
  throw unloadable(specifier, `its export ${name} is ${found}, not ${expected.name}@${expected.version}`);
}

type Exports = Readonly<Record<string, unknown>>;

/** Imports a module from where this package can see it, from where the program can, or from source. */
export async function importModule(specifier: string): Promise<Exports> {
  try {
    return (await import(specifier)) as Exports;
  } catch (error) {
    switch ((error as NodeJS.ErrnoException).code) {
      case 'ERR_MODULE_NOT_FOUND':
      case 'MODULE_NOT_FOUND':
        return fromWorkingFolder(specifier, error);
      case 'ERR_UNKNOWN_FILE_EXTENSION':
        return fromSource(specifier);
      default:
        throw error;
    }
  }
}

/** TypeScript, which a loader of the worker takes by `require`. */
function fromSource(specifier: string): Exports {
  const require = createRequire(self);
  return require(specifier.startsWith('file:') ? fileURLToPath(specifier) : specifier) as Exports;
}

/** What the program has installed where this package cannot see it: strict package managers. */
async function fromWorkingFolder(specifier: string, cause: unknown): Promise<Exports> {
  let path: string;
  try {
    path = createRequire(join(process.cwd(), 'any.js')).resolve(specifier);
  } catch {
    throw unloadable(specifier, 'it cannot be found', cause);
  }
  return (await import(pathToFileURL(path).href)) as Exports;
}

const unloadable = (specifier: string, why: string, cause?: unknown): SynthError<IoErrorCode> =>
  new SynthError({
    code: 'DATASET_UNLOADABLE',
    message: `a worker cannot import the dataset from ${specifier}: ${why}`,
    field: 'dataset.module',
    value: specifier,
    remedy: 'run with one worker, or mend the module of the dataset',
    ...(cause === undefined ? {} : { cause }),
  });

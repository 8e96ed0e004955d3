import { nearestName, SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';
import { bandit } from './bandit';
import { csv } from './csv';
import type { OutputFormat } from './format';
import { gzipped } from './gzipped';
import { jsonl } from './jsonl';
import { npy } from './npy';
import { npz } from './npz';
import { parquet } from './parquet';
import { recbole } from './recbole';

/** Every format, in the order of presentation. */
export const formats: readonly OutputFormat[] = [
  csv,
  jsonl,
  parquet,
  npz,
  npy,
  recbole,
  bandit,
  gzipped(csv),
  gzipped(jsonl),
];

/**
 * The formats of these names, each once, in the order of the names.
 *
 * @throws SynthError `FORMAT_UNKNOWN`, with the nearest name
 * @example
 * ```ts
 * formatsByName(['csv', 'jsonl']).map((format) => format.name); // => ['csv', 'jsonl']
 * ```
 */
export function formatsByName(names: readonly string[]): readonly OutputFormat[] {
  return [...new Set(names)].map((name) => {
    const format = formats.find((one) => one.name === name);
    if (format !== undefined) return format;
    const known = formats.map((one) => one.name);
    const near = nearestName(name, known);
    throw new SynthError<IoErrorCode>({
      code: 'FORMAT_UNKNOWN',
      message: `unknown format ${name}${near === undefined ? '' : `: did you mean ${near}?`}`,
      field: 'format',
      value: name,
      allowed: known.join(', '),
      ...(near === undefined ? {} : { remedy: `write ${near}` }),
    });
  });
}

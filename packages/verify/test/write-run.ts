import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GeneratorOptions } from '@synth/interactions';
import { interactionsDataset } from '@synth/interactions';
import { formatsByName, run } from '@synth/io';

/** Writes a run of interactions into a new folder and returns its path. */
export async function writeRun(options: GeneratorOptions, format = 'csv'): Promise<string> {
  const out = join(await mkdtemp(join(tmpdir(), 'synth-verify-')), 'run');
  const formats = formatsByName([format]).map((one) => ({ format: one }));
  await run({ dataset: interactionsDataset, config: options, out, formats });
  return out;
}

import type { RunResult } from '@synth/io';
import { run } from '@synth/io';
import type { Context } from '../context';
import type { Generator } from '../generator';
import { progressView } from '../render/progress';
import type { OutputCopy } from './output-copy';
import { writeCopy } from './output-copy';
import type { RunRequest } from './run-request';
import { subjectOf } from './subject';

/** A run that ended, and what it was made of. */
export interface GeneratorRun {
  /** `234 items from songs.csv · 164 users · preset standard` */
  readonly subject: string;
  readonly result: RunResult;
  /** The file that took a copy. */
  readonly output?: string;
}

/**
 * Runs a generator and shows how far it is.
 *
 * @throws SynthError of the configuration, the inputs and the run; then nothing was written
 */
export async function runGenerator(
  { dataset }: Generator,
  request: RunRequest,
  context: Context,
  json: boolean,
): Promise<GeneratorRun> {
  const { formats, copy, ...settings } = request;
  const subject = subjectOf(dataset, request);
  const progress = progressView(context, json);
  context.signal.addEventListener('abort', progress.stop, { once: true });
  try {
    const result = await run({
      ...settings,
      dataset,
      formats: formats.map((format) => ({ format })),
      clock: context.clock,
      signal: context.signal,
      onEvent: progress.update,
    });
    return { subject, result, ...(await copied(result, copy)) };
  } finally {
    progress.stop();
    context.signal.removeEventListener('abort', progress.stop);
  }
}

async function copied(
  result: RunResult,
  copy: OutputCopy | undefined,
): Promise<{ readonly output?: string }> {
  if (copy === undefined || result.status === 'interrupted' || result.status === 'planned') return {};
  await writeCopy(result, copy);
  return { output: copy.path };
}

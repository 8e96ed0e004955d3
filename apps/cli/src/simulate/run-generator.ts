import type { Inputs, Plan } from '@synth/core';
import type { RunResult } from '@synth/io';
import { run } from '@synth/io';
import type { Context } from '../context';
import type { Generator } from '../generator';
import { countText } from '../render/numbers';
import { progressView } from '../render/progress';
import type { RunRequest } from './run-request';

/** A run that ended, and what it was made of. */
export interface GeneratorRun {
  /** `234 items from songs.csv · 164 users · preset standard` */
  readonly subject: string;
  readonly result: RunResult;
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
  const { formats, ...settings } = request;
  const config = dataset.config.parse(request.config) as object;
  const plan = dataset.plan(config, request.inputs);
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
    return { subject: subjectOf(plan, request.inputs, config), result };
  } finally {
    progress.stop();
    context.signal.removeEventListener('abort', progress.stop);
  }
}

function subjectOf(plan: Plan, inputs: Inputs, config: object): string {
  const entities = plan.stages.map(({ name, entities: count }) => {
    const source = inputs[name]?.source;
    return `${countText(count)} ${name}${source === undefined ? '' : ` from ${source}`}`;
  });
  const preset = 'preset' in config ? [`preset ${String(config.preset)}`] : [];
  return [...entities, ...preset].join(' · ');
}

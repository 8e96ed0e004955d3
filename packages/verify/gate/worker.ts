// A process that measures what it is sent, one job at a time.
import { frozenPresets } from './frozen-targets';
import type { Job, Outcome } from './job';
import { measureHopeless, measurePreset } from './measure';

async function outcomeOf({ kind, name, seed }: Job): Promise<Outcome> {
  if (kind === 'hopeless') return { kind, code: measureHopeless(name, seed) };
  return {
    kind,
    figures: await measurePreset(
      frozenPresets.find((one) => one.name === name)!,
      seed,
    ),
  };
}

process.on('message', (job: Job) => {
  void outcomeOf(job).then((outcome) => process.send!(outcome));
});

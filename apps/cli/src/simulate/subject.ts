import type { AnyDataset } from '@synth/core';
import { countText } from '../render/numbers';
import type { RunRequest } from './run-request';

/**
 * What a run is made of: `234 items from songs.csv · 164 users · preset standard`.
 *
 * @throws SynthError of the configuration
 */
export function subjectOf(dataset: AnyDataset, { config, inputs }: RunRequest): string {
  const parsed = dataset.config.parse(config) as object;
  const entities = dataset.plan(parsed, inputs).stages.map(({ name, entities: count }) => {
    const source = inputs[name]?.source;
    return `${countText(count)} ${name}${source === undefined ? '' : ` from ${source}`}`;
  });
  const preset = 'preset' in parsed ? [`preset ${String(parsed.preset)}`] : [];
  return [...entities, ...preset].join(' · ');
}

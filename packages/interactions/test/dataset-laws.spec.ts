import { datasetLaws } from '@synth/core/testing';
import { configSchema } from '../src/config/schema';
import { interactionsDataset } from '../src/dataset/dataset';

const items = {
  rows: Array.from({ length: 50 }, (_, i) => ({
    id: `s${i}`,
    creator_id: `c${i % 11}`,
    genre: ['x', 'y', ''][i % 3],
    days_since_creation: i * 3,
    popularity_score: i % 7,
    title: i % 5 === 0 ? '' : `title ${i}`,
  })),
};

describe.each([
  [
    'invented, with everything',
    { users: 70, items: 90, events: { from: 'hard', perUser: 5 }, split: { by: 'time' } },
    {},
  ],
  ['from a catalogue', { preset: 'reference' }, { items }],
  ['with plays', { preset: 'music-streaming-like', users: 60, items: 400, sessionIds: false }, {}],
])('the dataset %s', (_, options, inputs) => {
  for (const law of datasetLaws(interactionsDataset, configSchema.parse(options), inputs)) {
    it(law.name, () => law.check());
  }
});

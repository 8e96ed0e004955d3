import { digest } from '@synth/core';
import { interactions, type GeneratorOptions } from '../src/index';
import { datasetVersion } from '../src/dataset/name';
import golden from './golden/interactions.json';

// The rows of small data sets under every preset and option that changes them. They may even be unwelcome: they only
// may not move while the dataset's version stays. Times are whole milliseconds, numbers are rounded to 12 digits, so
// that the last digits of an engine's exp and log do not enter.
const cases: Record<string, GeneratorOptions> = {
  standard: { users: 12, items: 60 },
  reference: { preset: 'reference', users: 12, items: 60 },
  'movielens-like': { preset: 'movielens-like', users: 6, items: 500 },
  'music-streaming-like': { preset: 'music-streaming-like', users: 6, items: 800 },
  'weak-signal': { preset: 'weak-signal', users: 6, items: 500 },
  'a catalogue of its own': {
    items: Array.from({ length: 40 }, (_, i) => ({
      song_id: `s-${i}`,
      creator_id: `c${i % 9}`,
      genre: ['x', 'y', ''][i % 3],
      days_since_creation: i,
      popularity_score: i % 7,
    })),
  },
  'cold and single items': { users: 12, items: 60, itemColdStartRate: 0.1, singleUserItemRate: 0.1 },
  'a rate': { users: 12, items: 60, interactionRate: 0.2 },
  'another time zone': { users: 12, items: 60, timeZone: 'America/New_York', sessionIds: false },
  'nearly everything': { users: 4, items: 50, minUserInteractions: 45, maxUserInteractions: 50 },
};

const rounded = (value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(12)) : value;

describe(`rows of version ${datasetVersion}`, () => {
  it('is the version of the golden values', () => expect(golden.version).toBe(datasetVersion));

  it.each(Object.entries(cases))('%s', (name, options) => {
    const data = interactions({ seed: 'golden', ...options });
    const tables = Object.fromEntries(
      data.tables.map((table) => [
        table.name,
        [...data.rows(table.name)].map((row) =>
          Object.fromEntries(Object.entries(row).map(([column, value]) => [column, rounded(value)])),
        ),
      ]),
    );
    const digests: Record<string, string> = golden.digests;
    expect(digest(tables).slice(0, 16)).toBe(digests[name]);
  });
});

import type { Batch, SharedWork } from '@synth/core';
import { streams } from '@synth/core';
import { interactionsDataset } from '../src/index';

/** Memory and work as the threads of a run share them: parts are made once, whoever asks. */
function sharedBy(bytes: Readonly<Record<string, number>>, findings: SharedWork['findings']) {
  const byName = new Map(Object.entries(bytes).map(([name, size]) => [name, new SharedArrayBuffer(size)]));
  const made: string[] = [];
  const work: SharedWork = {
    findings,
    memory: (name) => byName.get(name)!,
    divide(name, parts, make) {
      if (made.includes(name)) return;
      for (let part = 0; part < parts; part++) make(part);
      made.push(name);
    },
  };
  return { work, made };
}

const columnsOf = (batches: Iterable<Batch>) =>
  Array.from(batches, ({ columns }) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [
        name,
        'dictionary' in column
          ? Array.from(column.values, (code) => column.dictionary[code])
          : Array.from(column.values as ArrayLike<unknown>),
      ]),
    ),
  );

it.each([
  { preset: 'movielens-like', items: 12_000 },
  { preset: 'standard', items: 12_000, itemColdStartRate: 0.1, singleUserItemRate: 0.1 },
])('a thread that is given the tables of another one makes the same rows: %j', (options) => {
  const { config: schema, shared, findings, prepare, generate } = interactionsDataset;
  const config = schema.parse({ users: 200, ...options });
  const keyed = streams({ seed: config.seed, dataset: interactionsDataset.name });
  const block = { stage: 'users', index: 0, start: 0, end: 200, tables: ['interactions'] };
  const rowsOf = (inputs: object, work?: SharedWork) =>
    columnsOf(generate(prepare(config, { ...inputs }, keyed, work), block, keyed));

  const alone = rowsOf({});
  const { work, made } = sharedBy(shared!(config, {}), findings!(config, {}));
  expect(rowsOf({}, work)).toEqual(alone);
  expect(made).toEqual(['choice-tables']);
  // Nothing is left for the next one to draw: it takes what is there.
  new Float64Array(work.memory('choice-tables'), 0, 12_000).reverse();
  expect(rowsOf({}, work)).not.toEqual(alone);
});

it('a small catalogue is not worth sharing', () => {
  const config = interactionsDataset.config.parse({ items: 500 });
  expect(interactionsDataset.shared!(config, {})).toEqual({});
});

import type { Batch, Block, Dataset, Stage, Streams } from '@synth/core';
import { isWanted } from '@synth/core';
import type { MatchConfig } from '../config/schema';
import { configSchema } from '../config/schema';
import { eventBatches } from './event-batches';
import type { MatchModel } from './model';
import { matchModel } from './model';
import { datasetName, datasetVersion } from './name';
import { batchOfRows, effectsBatch, idsOf, rowsOfBlock } from './people-batches';
import { summaryOf } from './summary';
import { stageTables } from './tables';
import { accessOfKinds, settledWorld, worldOf } from './world';

function* generate(model: MatchModel, block: Block, streams: Streams): Generator<Batch> {
  if (block.stage === 'events') {
    yield* eventBatches(model, block, streams);
    return;
  }
  const { config, people } = model.world;
  const kind = block.stage === 'users' ? 'travellers' : 'groups';
  const [table, truth] = stageTables(config)[block.stage as 'users' | 'groups'];
  const selection = rowsOfBlock(block, people[kind]);
  if (isWanted(block, table!.name)) {
    const rows = kind === 'travellers' ? people.travellerRows(selection) : people.groupRows(selection);
    yield batchOfRows(table!, rows);
  }
  if (truth !== undefined && isWanted(block, truth.name)) {
    yield effectsBatch(truth.name, config, kind, selection, idsOf(people, kind, selection), streams);
  }
}

/** The dataset `match`, for the run engine; `matchEvents()` reads it in memory. */
export const matchDataset: Dataset<MatchConfig, MatchModel> = {
  kind: 'generated',
  name: datasetName,
  version: datasetVersion,
  description: 'who would travel with whom: accept and ignore events with planted probabilities',
  module: { specifier: '@synth/match-events', export: 'matchDataset' },
  config: configSchema,
  inputs: {
    users: 'travellers with profile and trip, a row each; with sessions, who their users are',
    sessions: 'a trip a row, or key and value of a store; joined with users and profiles',
    profiles: 'what users said about themselves; with sessions only',
    groups: 'groups with trip, mean age, top interests and dominant languages; with travellers only',
  },
  tables(config) {
    const { users, groups, events } = stageTables(config);
    return [...events, ...users, ...groups];
  },
  plan(config, inputs) {
    const { people, quotas } = settledWorld(config, inputs);
    const tables = stageTables(config);
    const stage = (name: keyof typeof tables, entities: number): Stage => ({
      name,
      entities,
      tables: tables[name].map((table) => table.name),
      expectedRows: Object.fromEntries(tables[name].map((table) => [table.name, entities])),
    });
    return {
      stages: [
        stage('users', people.travellers),
        stage('groups', people.groups),
        stage('events', quotas.count),
      ],
    };
  },
  findings: (config, inputs) => accessOfKinds(worldOf(config, inputs)),
  shared: (config, inputs) => worldOf(config, inputs).people.shared,
  prepare: (config, inputs, streams, work) => matchModel(worldOf(config, inputs), streams, work),
  generate,
  summary: (config, inputs) => summaryOf(worldOf(config, inputs)),
  notes: (config) => [
    `Pairs pass preset ${config.preset}; features follow the ${config.features} rules; outcomes are ${config.outcome}.`,
    'bayes_auc is what a model reaches that knows the planted probabilities: no honest model is better.',
    'Made by a simulator: it says nothing about real people.',
  ],
};

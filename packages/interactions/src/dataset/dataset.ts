import type { Batch, Block, Dataset, Inputs, Stage } from '@synth/core';
import { isWanted } from '@synth/core';
import { presets } from '../config/presets';
import type { InteractionsConfig } from '../config/schema';
import { configSchema } from '../config/schema';
import type { InteractionsModel } from '../model/model';
import type { EventMaker } from '../events/event-batches';
import { eventMaker } from '../events/event-batches';
import { generatedSource } from '../events/generated-source';
import { itemVectors } from '../inputs/item-vectors';
import { interactionsModel, modelShared } from '../model/model';
import type { Histories } from '../model/user-history';
import { histories } from '../model/user-history';
import type { World } from '../model/world';
import { worldOf } from '../model/world';
import { itemsBatch, truthItemsBatch, truthUsersBatch, userIdsOf, usersBatch } from './entity-batches';
import type { Selection } from './interactions-batches';
import { interactionBatches } from './interactions-batches';
import { datasetName, datasetVersion } from './name';
import { expectedParts, partNames, splitSelections } from './split-tables';
import { summaryOf } from './summary';
import { tableSpecs } from './tables';

/** A model and the scratch in which users act. */
export interface Prepared {
  readonly model: InteractionsModel;
  readonly histories: Histories;
  /** Absent where the configuration asks for no training events. */
  readonly makeEvents?: EventMaker;
  /** Train, validation, test, where the configuration asks for them. */
  readonly splits: readonly Selection[];
}

/** Tables, plan and model ask for the same world: settled once for a configuration and its inputs. */
const worlds = new WeakMap<InteractionsConfig, WeakMap<Inputs, World>>();

export function settledWorld(config: InteractionsConfig, inputs: Inputs): World {
  let byInputs = worlds.get(config);
  if (byInputs === undefined) worlds.set(config, (byInputs = new WeakMap()));
  let world = byInputs.get(inputs);
  if (world === undefined) byInputs.set(inputs, (world = worldOf(config, inputs)));
  return world;
}

function* generate({ model, histories, makeEvents, splits }: Prepared, block: Block): Generator<Batch> {
  const wanted = (table: string): boolean => isWanted(block, table);
  if (block.stage === 'items') {
    if (wanted('items')) yield itemsBatch(model, block);
    if (wanted('truth_items')) yield truthItemsBatch(model, block);
    return;
  }
  const userIds = userIdsOf(model, block);
  if (wanted('users')) yield usersBatch(model, block, userIds);
  if (wanted('truth_users')) yield truthUsersBatch(model, histories, block, userIds);
  if (wanted('interactions')) yield* interactionBatches(model, histories, block, userIds);
  for (const selection of splits) {
    if (wanted(selection.table)) yield* interactionBatches(model, histories, block, userIds, selection);
  }
  if (makeEvents !== undefined && wanted('events')) yield* makeEvents(block.start, userIds);
}

/** Negatives of a user, where enough items are left. */
const expectedNegatives = (events: NonNullable<InteractionsConfig['events']>): number =>
  events.from === 'hard' ? Math.max(1, Math.round(events.perUser * events.topP)) : events.perUser;

/** The dataset `interactions`, for the run engine; `interactions()` reads it in memory. */
export const interactionsDataset: Dataset<InteractionsConfig, Prepared> = {
  kind: 'generated',
  name: datasetName,
  version: datasetVersion,
  description: 'user-item interactions with planted tastes: long tail, activity, clusters, recency',
  module: { specifier: '@synth/interactions', export: 'interactionsDataset' },
  config: configSchema,
  inputs: {
    items: 'the catalogue: an id, and where known creator, genre, age and popularity score',
    users: 'the users: an id; other columns pass through',
    item_embeddings: 'vectors for hard negatives: row i, column vector, belongs to item i',
  },
  tables: (config, inputs) => tableSpecs(settledWorld(config, inputs)),
  plan(config, inputs) {
    const { catalogue, population, activity } = settledWorld(config, inputs);
    const { users } = population;
    const { items } = catalogue;
    const byItem: Stage = {
      name: 'items',
      entities: items,
      tables: ['items', 'truth_items'],
      expectedRows: { items, truth_items: items },
    };
    const byUser: Stage = {
      name: 'users',
      entities: users,
      tables: [
        'users',
        'truth_users',
        'interactions',
        ...partNames(config),
        ...(config.events === null ? [] : ['events']),
      ],
      expectedRows: {
        users,
        truth_users: users,
        interactions: Math.round(users * activity.mean),
        ...expectedParts(config, users, activity.mean),
        ...(config.events === null
          ? {}
          : { events: Math.round(users * (activity.mean + expectedNegatives(config.events))) }),
      },
    };
    return { stages: [byItem, byUser] };
  },
  findings(config, inputs) {
    const { min, max, factor, mean } = settledWorld(config, inputs).activity;
    return { min, max, factor, mean };
  },
  shared: (config, inputs) => modelShared(settledWorld(config, inputs)),
  prepare(config, inputs, _streams, work) {
    const model = interactionsModel(settledWorld(config, inputs), work);
    const acted = histories(model);
    const splits = splitSelections(model, acted);
    if (config.events === null) return { model, histories: acted, splits };
    const vectors = inputs['item_embeddings'];
    const makeEvents = eventMaker(generatedSource(model, acted), {
      ...config.events,
      ...(vectors === undefined ? {} : { embeddings: itemVectors(vectors) }),
    });
    return { model, histories: acted, makeEvents, splits };
  },
  generate,
  summary(config, inputs) {
    const { catalogue, population } = settledWorld(config, inputs);
    return summaryOf({ users: population.users, items: catalogue.items });
  },
  notes: (config) => [
    `Preset ${config.preset}: ${presets[config.preset].about}.`,
    'Made by a simulator: it says nothing about real people, items or a market.',
  ],
};

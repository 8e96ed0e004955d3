import type { Batch, Block, ColumnSpec, Dataset, Stage, TableSpec } from '@synth/core';
import { isWanted, maxBatchRows } from '@synth/core';
import { summaryOf } from '../dataset/summary';
import { eventsSpec } from '../events/event-table';
import type { InteractionMatrix } from '../matrix/interaction-matrix';
import type { RealConfig } from './real-config';
import { realConfig } from './real-config';
import type { RealModel } from './real-model';
import { realMatrix, realModel } from './real-model';

const user: ColumnSpec = { name: 'user_id', type: 'string', role: 'user', description: 'the user' };
const item: ColumnSpec = { name: 'item_id', type: 'string', role: 'item', description: 'the item' };

/** Real interactions as a dataset, so that whatever runs, writes and verifies generated ones takes them too. */
export const realInteractionsDataset: Dataset<RealConfig, RealModel> = {
  kind: 'generated',
  name: 'real-interactions',
  version: '1.0.0',
  description: 'real user-item interactions, read from a table',
  module: { specifier: '@synth/interactions', export: 'realInteractionsDataset' },
  config: realConfig,
  inputs: {
    interactions: 'one row an interaction: a user, an item, and where known a time',
    playlists: 'in place of interactions: one row a playlist, with its items and where known its user',
    items: 'all items, those without interactions too; alone: each is taken by its creator',
    users: 'all users, those without interactions too',
  },
  tables: (config, inputs) => tableSpecs(realMatrix(config, inputs), config),
  plan(config, inputs) {
    const matrix = realMatrix(config, inputs);
    const { rows, cols, indices } = matrix;
    const byItem: Stage = { name: 'items', entities: cols, tables: ['items'], expectedRows: { items: cols } };
    const events = config.events === null ? undefined : indices.length + rows * config.events.perUser;
    const byUser: Stage = {
      name: 'users',
      entities: rows,
      tables: ['users', 'interactions', ...(events === undefined ? [] : ['events'])],
      expectedRows: {
        users: rows,
        interactions: indices.length,
        ...(events === undefined ? {} : { events }),
      },
    };
    return { stages: [byItem, byUser] };
  },
  prepare: realModel,
  generate,
  summary(config, inputs) {
    const { rows, cols } = realMatrix(config, inputs);
    return summaryOf({ users: rows, items: cols });
  },
  notes: () => ['Real interactions: nothing was planted, and there is no truth.'],
};

function tableSpecs(matrix: InteractionMatrix, config: RealConfig): TableSpec[] {
  const interactions: TableSpec = {
    name: 'interactions',
    description: 'one row an item that a user took',
    columns: [
      { ...user, type: 'dictionary' },
      { ...item, type: 'dictionary' },
      ...(matrix.timestamps === undefined
        ? []
        : [
            {
              name: 'timestamp',
              type: 'timestamp',
              role: 'time',
              description: 'when the user first took the item',
            } as const,
          ]),
      ...(matrix.data === undefined
        ? []
        : [
            {
              name: 'plays',
              type: 'i32',
              role: 'count',
              minimum: 1,
              description: 'how often in all',
            } as const,
          ]),
    ],
    key: ['user_id', 'item_id'],
    references: eventsSpec.references!,
    order: ['user_id', 'timestamp', 'item_id'].filter(
      (name) => name !== 'timestamp' || matrix.timestamps !== undefined,
    ),
  };
  return [
    { name: 'users', description: 'one row a user', columns: [user], key: ['user_id'] },
    { name: 'items', description: 'one row an item', columns: [item], key: ['item_id'] },
    interactions,
    ...(config.events === null ? [] : [eventsSpec]),
  ];
}

function* generate(model: RealModel, block: Block): Generator<Batch> {
  const { matrix } = model;
  if (block.stage === 'items') {
    const ids = matrix.items.slice(block.start, block.end);
    yield { table: 'items', rows: ids.length, columns: { item_id: { type: 'string', values: ids } } };
    return;
  }
  const ids = matrix.users.slice(block.start, block.end);
  if (isWanted(block, 'users')) {
    yield { table: 'users', rows: ids.length, columns: { user_id: { type: 'string', values: ids } } };
  }
  if (isWanted(block, 'interactions')) yield* interactionBatches(model, block, ids);
  if (model.makeEvents !== undefined && isWanted(block, 'events')) yield* model.makeEvents(block.start, ids);
}

function* interactionBatches(
  { matrix, order }: RealModel,
  block: Block,
  userIds: readonly string[],
): Generator<Batch> {
  const { indptr, indices, timestamps, data } = matrix;
  const end = indptr[block.end]!;
  let owner = block.start;
  for (let start = indptr[block.start]!; start < end; start += maxBatchRows) {
    const entries = order.subarray(start, Math.min(end, start + maxBatchRows));
    const users = new Int32Array(entries.length);
    for (let row = 0; row < entries.length; row++) {
      while (indptr[owner + 1]! <= start + row) owner++;
      users[row] = owner - block.start;
    }
    yield {
      table: 'interactions',
      rows: entries.length,
      columns: {
        user_id: { type: 'dictionary', values: users, dictionary: userIds },
        item_id: {
          type: 'dictionary',
          values: entries.map((entry) => indices[entry]!),
          dictionary: matrix.items,
        },
        ...(timestamps === undefined
          ? {}
          : {
              timestamp: {
                type: 'timestamp',
                values: Float64Array.from(entries, (entry) => timestamps[entry]!),
              },
            }),
        ...(data === undefined
          ? {}
          : { plays: { type: 'i32', values: Int32Array.from(entries, (entry) => data[entry]!) } }),
      },
    };
  }
}

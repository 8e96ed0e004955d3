import type { ColumnSpec, TableSpec } from '@synth/core';
import { eventsSpec } from '../events/event-table';
import type { World } from '../model/world';
import { partNames } from './split-tables';

const userId: ColumnSpec = { name: 'user_id', type: 'dictionary', role: 'user', description: 'the user' };
const itemId: ColumnSpec = { name: 'item_id', type: 'dictionary', role: 'item', description: 'the item' };

const passing = (columns: readonly { readonly name: string }[]): ColumnSpec[] =>
  columns.map(({ name }) => ({
    name,
    type: 'string',
    nullable: true,
    description: 'as the input table has it',
  }));

/** Whether some row lacks the value. */
const lacks = (values: Float64Array | readonly (string | undefined)[]): boolean =>
  values instanceof Float64Array ? values.some(Number.isNaN) : values.includes(undefined);

/** The tables under a configuration. */
export function tableSpecs(world: World): TableSpec[] {
  const { config, catalogue, population } = world;
  const users: TableSpec = {
    name: 'users',
    description: 'one row a user',
    columns: [{ ...userId, type: 'string' }, ...passing(population.passing)],
    key: ['user_id'],
  };
  const items: TableSpec = {
    name: 'items',
    description: 'one row an item',
    columns: [
      { ...itemId, type: 'string' },
      ...(catalogue.creators === undefined
        ? []
        : [
            {
              name: 'creator_id',
              type: 'string',
              nullable: lacks(catalogue.creators),
              description: 'who made the item',
            } satisfies ColumnSpec,
          ]),
      {
        name: 'genre',
        type: 'dictionary',
        role: 'group',
        description: 'the group that tastes are about',
        values: catalogue.genres.names,
      },
      ...(catalogue.ageDays === undefined || catalogue.createdAt === undefined
        ? []
        : [
            {
              name: 'days_since_creation',
              type: 'f64',
              nullable: lacks(catalogue.ageDays),
              unit: 'days',
              description: 'age at the end of the window',
            } satisfies ColumnSpec,
            {
              name: 'created_at',
              type: 'timestamp',
              nullable: lacks(catalogue.createdAt),
              description: 'when the item came to be; nobody takes it before',
            } satisfies ColumnSpec,
          ]),
      { name: 'popularity_score', type: 'f64', minimum: 0, description: 'the score that weights arise from' },
      ...passing(catalogue.passing),
    ],
    key: ['item_id'],
  };
  const references = [
    { column: 'user_id', table: 'users', to: 'user_id' },
    { column: 'item_id', table: 'items', to: 'item_id' },
  ];
  const interactions: TableSpec = {
    name: 'interactions',
    description: 'one row an item that a user took',
    columns: [
      userId,
      itemId,
      {
        name: 'timestamp',
        type: 'timestamp',
        role: 'time',
        description: 'when the user first took the item',
      },
      ...(config.sessionIds
        ? [
            {
              name: 'session_id',
              type: 'dictionary',
              role: 'session',
              description: 'the visit: pauses within are under 30 minutes, between over',
            } satisfies ColumnSpec,
          ]
        : []),
      ...(config.plays === null
        ? []
        : [
            {
              name: 'plays',
              type: 'i32',
              role: 'count',
              minimum: 1,
              description: 'how often the user took the item in all',
            } satisfies ColumnSpec,
          ]),
    ],
    key: ['user_id', 'item_id'],
    references,
    order: ['user_id', 'timestamp', 'item_id'],
  };
  const truthUsers: TableSpec = {
    name: 'truth_users',
    description: 'what was planted for each user',
    columns: [
      { ...userId, type: 'string' },
      { name: 'activity', type: 'i32', minimum: 1, description: 'how many items the user takes' },
      ...catalogue.genres.names.map((genre, g): ColumnSpec => ({
        name: `taste_${g + 1}`,
        type: 'f64',
        minimum: 0,
        maximum: 1,
        description: `the probability that the first item is of genre ${genre}`,
      })),
    ],
    key: ['user_id'],
    references: [references[0]!],
    truth: true,
  };
  const truthItems: TableSpec = {
    name: 'truth_items',
    description: 'what was planted for each item',
    columns: [
      { ...itemId, type: 'string' },
      {
        name: 'weight',
        type: 'f64',
        minimum: 0,
        maximum: 1,
        description: 'the probability to be drawn first by a user without tastes',
      },
      { name: 'group', type: 'dictionary', description: 'the genre', values: catalogue.genres.names },
    ],
    key: ['item_id'],
    references: [references[1]!],
    truth: true,
  };
  const parts = partNames(config).map((name): TableSpec => ({
    ...interactions,
    name,
    description: `the interactions for ${name}`,
  }));
  return [
    users,
    items,
    interactions,
    ...parts,
    truthUsers,
    truthItems,
    ...(config.events === null ? [] : [eventsSpec]),
  ];
}

import type { Batch, Column, TableSpec } from '@synth/core';
import { blockEntities } from '@synth/core';

const texts = (type: 'string' | 'dictionary', name: string, role: 'user' | 'item') =>
  ({ name, type, role, description: name }) as const;

export const usersTable: TableSpec = {
  name: 'users',
  description: 'one row a user',
  key: ['user_id'],
  columns: [texts('string', 'user_id', 'user')],
};

export const itemsTable: TableSpec = {
  name: 'items',
  description: 'one row an item',
  key: ['item_id'],
  columns: [texts('string', 'item_id', 'item')],
};

export const interactionsTable: TableSpec = {
  name: 'interactions',
  description: 'one row an interaction',
  key: [],
  columns: [
    texts('dictionary', 'user_id', 'user'),
    texts('dictionary', 'item_id', 'item'),
    { name: 'timestamp', type: 'timestamp', role: 'time', description: 'when' },
  ],
  references: [
    { column: 'user_id', table: 'users', to: 'user_id' },
    { column: 'item_id', table: 'items', to: 'item_id' },
  ],
};

/** A small dataset: each user's items, as blocks of batches. */
export function interactionsBlocks(
  userItems: readonly (readonly number[])[],
  items: number,
): { users: string[]; items: string[]; itemBlocks: Batch[][]; userBlocks: Batch[][] } {
  const userIds = userItems.map((_, user) => `ü${user}`);
  const itemIds = Array.from({ length: items }, (_, item) => `item-${item}`);
  const blocks = Math.ceil(userItems.length / blockEntities);
  const ids = (table: string, column: string, values: string[]): Batch => ({
    table,
    rows: values.length,
    columns: { [column]: { type: 'string', values } },
  });
  return {
    users: userIds,
    items: itemIds,
    itemBlocks: [[ids('items', 'item_id', itemIds)]],
    userBlocks: Array.from({ length: blocks }, (_, block) => {
      const start = block * blockEntities;
      const own = userItems.slice(start, start + blockEntities);
      const dictionary = userIds.slice(start, start + blockEntities);
      const pairs = own.flatMap((list, local) => list.map((item) => [local, item] as const));
      const columns: Record<string, Column> = {
        user_id: { type: 'dictionary', dictionary, values: Int32Array.from(pairs, ([local]) => local) },
        item_id: {
          type: 'dictionary',
          dictionary: itemIds,
          values: Int32Array.from(pairs, ([, item]) => item),
        },
        timestamp: {
          type: 'timestamp',
          values: Float64Array.from(pairs, (_, i) => 1704067200000 + i * 1500),
        },
      };
      return [ids('users', 'user_id', dictionary), { table: 'interactions', rows: pairs.length, columns }];
    }),
  };
}

import type { JsonValue, Summary } from '@synth/core';
import { gini } from '../evaluate/statistics/gini';

/** Counts from which the figures of a run follow. */
export interface InteractionCounts {
  interactions: number;
  /** Interactions of each item. */
  readonly items: Int32Array;
  /** Interactions of each user. */
  readonly users: Int32Array;
  /** The last user of each item, or -1. */
  readonly lastUser: Int32Array;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The figures of a run: size, density, concentration, support, overlap. */
export function summaryOf({ users, items }: { users: number; items: number }): Summary<InteractionCounts> {
  return {
    empty: () => ({
      interactions: 0,
      items: new Int32Array(items),
      users: new Int32Array(users),
      lastUser: new Int32Array(items).fill(-1),
    }),
    add(state, batch, block) {
      const user = batch.columns['user_id'];
      const item = batch.columns['item_id'];
      if (batch.table !== 'interactions' || user?.type !== 'dictionary' || item?.type !== 'dictionary')
        return;
      state.interactions += batch.rows;
      for (let row = 0; row < batch.rows; row++) {
        const u = block.start + user.values[row]!;
        const i = item.values[row]!;
        state.users[u] = state.users[u]! + 1;
        state.items[i] = state.items[i]! + 1;
        state.lastUser[i] = u;
      }
    },
    merge(state, other) {
      state.interactions += other.interactions;
      for (let i = 0; i < items; i++) {
        state.items[i] = state.items[i]! + other.items[i]!;
        state.lastUser[i] = Math.max(state.lastUser[i]!, other.lastUser[i]!);
      }
      for (let u = 0; u < users; u++) state.users[u] = state.users[u]! + other.users[u]!;
    },
    finish(state): Record<string, JsonValue> {
      const withUsers = (least: number): number =>
        round(state.items.reduce((count, n) => count + (n >= least ? 1 : 0), 0) / items, 4);
      // A user shares no item when every item that they took has no other user.
      const alone = new Int32Array(users);
      state.items.forEach((count, item) => {
        if (count === 1) alone[state.lastUser[item]!] = alone[state.lastUser[item]!]! + 1;
      });
      const sharing = state.users.reduce((count, n, user) => count + (n > alone[user]! ? 1 : 0), 0);
      const taken = state.items.filter((count) => count > 0);
      return {
        users,
        items,
        interactions: state.interactions,
        density: round(state.interactions / (users * items), 6),
        item_gini: round(gini(taken), 4),
        mean_items_per_user: round(state.interactions / users, 2),
        items_with_users: { '1+': withUsers(1), '2+': withUsers(2), '3+': withUsers(3), '5+': withUsers(5) },
        users_sharing_an_item: round(sharing / users, 4),
      };
    },
  };
}

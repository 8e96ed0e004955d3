import type { JsonValue, Summary } from '@synth/core';
import { gini } from '../evaluate/statistics/gini';

/** Counts from which the figures of a run follow: as many as there are items, however many users there are. */
export interface InteractionCounts {
  interactions: number;
  /** Interactions of each item. */
  readonly items: Int32Array;
  /** Users with an interaction. */
  users: number;
  /**
   * The items of users who were the first on each of them, and may share none: not more items than there are. A user
   * who comes upon an item that somebody took is of no interest any more.
   */
  firsts: number[][];
  /** The user whose rows are coming, and the items so far while all are new. */
  user: number;
  newItems: number[] | undefined;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The figures of a run: size, density, concentration, support, overlap. */
export function summaryOf({ users, items }: { users: number; items: number }): Summary<InteractionCounts> {
  return {
    empty: () => ({
      interactions: 0,
      items: new Int32Array(items),
      users: 0,
      firsts: [],
      user: -1,
      newItems: undefined,
    }),
    add(state, batch, block) {
      const user = batch.columns['user_id'];
      const item = batch.columns['item_id'];
      if (batch.table !== 'interactions' || user?.type !== 'dictionary' || item?.type !== 'dictionary')
        return;
      state.interactions += batch.rows;
      for (let row = 0; row < batch.rows;) {
        const local = user.values[row]!;
        if (block.start + local !== state.user) {
          endUser(state);
          state.user = block.start + local;
          state.users++;
          state.newItems = [];
        }
        const end = endOfRun(user.values, row, batch.rows);
        if (state.newItems !== undefined) row = countNew(state, state.newItems, item.values, row, end);
        row = countAll(state.items, item.values, row, end);
      }
    },
    merge(state, other) {
      endUser(other);
      state.interactions += other.interactions;
      state.users += other.users;
      for (let i = 0; i < items; i++) state.items[i] = state.items[i]! + other.items[i]!;
      const isAlone = (own: readonly number[]): boolean => own.every((item) => state.items[item] === 1);
      state.firsts = [...state.firsts, ...other.firsts].filter(isAlone);
    },
    finish(state): Record<string, JsonValue> {
      const withUsers = (least: number): number =>
        round(state.items.reduce((count, n) => count + (n >= least ? 1 : 0), 0) / items, 4);
      endUser(state);
      const alone = state.firsts.filter((own) => own.every((item) => state.items[item] === 1)).length;
      const taken = state.items.filter((count) => count > 0);
      return {
        users,
        items,
        interactions: state.interactions,
        density: round(state.interactions / (users * items), 6),
        item_gini: round(gini(taken), 4),
        mean_items_per_user: round(state.interactions / users, 2),
        items_with_users: { '1+': withUsers(1), '2+': withUsers(2), '3+': withUsers(3), '5+': withUsers(5) },
        users_sharing_an_item: round((state.users - alone) / users, 4),
      };
    },
  };
}

/** Where the rows from `row` on with the same value end. */
function endOfRun(values: Int32Array, row: number, rows: number): number {
  const value = values[row]!;
  let end = row + 1;
  while (end < rows && values[end] === value) end++;
  return end;
}

/** Counts rows, and keeps their items, as long as all of the user's items are new; returns the row after. */
function countNew(
  state: InteractionCounts,
  newItems: number[],
  taken: Int32Array,
  from: number,
  end: number,
): number {
  const { items: counts } = state;
  for (let row = from; row < end; row++) {
    const item = taken[row]!;
    if (counts[item]!++ !== 0) {
      state.newItems = undefined;
      return row + 1;
    }
    newItems.push(item);
  }
  return end;
}

/** Counts rows whose items are known; returns the row after. */
function countAll(counts: Int32Array, taken: Int32Array, from: number, end: number): number {
  for (let row = from; row < end; row++) counts[taken[row]!]!++;
  return end;
}

/** Keeps the items of a user all of whose items were new. */
function endUser(state: InteractionCounts): void {
  if (state.newItems !== undefined) state.firsts.push(state.newItems);
  state.newItems = undefined;
  state.user = -1;
}

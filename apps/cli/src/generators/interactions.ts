import type { JsonValue } from '@synth/core';
import { interactionsDataset } from '@synth/interactions';
import type { AliasedOption, Generator } from '../generator';
import { decimalText, percentText } from '../render/numbers';

const itemColumn = (field: string, what: string): AliasedOption => ({
  path: ['itemColumns', field],
  value: 'COLUMN',
  description: `column of the items file that holds ${what}`,
});

/** Who took what, when. */
export const interactions: Generator = {
  dataset: interactionsDataset,
  common: {
    items: 'your catalogue (CSV, JSONL), or how many to invent',
    users: 'your users, or how many; else creators of the items',
    preset: 'movielens-like, weak-signal, reference, ..',
    seed: 'the same text or number, the same bytes',
    'interaction-rate': 'expected density, in place of the preset activity',
    'min-user-interactions': 'fewest items; --max-user-interactions likewise',
    events: 'training events: from=impressions,perUser=50',
    'item-id': 'column of the id; --creator --genre --score likewise',
  },
  aliases: {
    'item-id': itemColumn('id', 'the item id'),
    creator: itemColumn('creator', "the creator's user id"),
    genre: itemColumn('genre', 'the genre'),
    'age-days': itemColumn('ageDays', 'the age in days'),
    score: itemColumn('score', 'the popularity score'),
  },
  main: ['interactions', 'events'],
  demo: {
    config: { users: 200, items: 300 },
    next: ['simulate', 'interactions', '--preset', 'movielens-like', '--seed', '42', '--out', 'out/movies'],
  },
  figures: ({ density, item_gini, items_with_users, users_sharing_an_item }) => [
    ...numbers(density).map((share) => `density ${percentText(share)}`),
    ...numbers(item_gini).map((gini) => `item Gini ${decimalText(gini)}`),
    ...['2+', '3+'].flatMap((least) =>
      numbers(memberOf(items_with_users, least)).map((share) => `${least} users ${percentText(share)}`),
    ),
    ...numbers(users_sharing_an_item).map((share) =>
      share === 1 ? 'all users share an item' : `${percentText(share)} of users share an item`,
    ),
  ],
};

/** A figure that a run may lack, as a list of none or one. */
const numbers = (value: JsonValue | undefined): readonly number[] =>
  typeof value === 'number' ? [value] : [];

const memberOf = (value: JsonValue | undefined, key: string): JsonValue | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: JsonValue })[key]
    : undefined;

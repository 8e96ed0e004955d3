import type { Inputs } from '@synth/core';
import { inventedIds } from '@synth/core';
import { presets } from '../config/presets';
import type { InteractionsConfig } from '../config/schema';
import { userTable } from '../inputs/users';
import type { Catalogue } from './catalogue';

/** The users there are. */
export interface Population {
  readonly users: number;
  idOf(user: number): string;
  /** For each user, the groups of the items that they created; empty where creators are not the users. */
  readonly ownGroups: readonly Int32Array[];
  readonly passing: readonly { readonly name: string; readonly values: readonly (string | undefined)[] }[];
}

/** Ids in order of appearance. */
const distinct = (ids: readonly (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== undefined)),
];

/** The groups of each user's own items, in the order of the catalogue. */
function ownGroupsOf(ids: readonly string[], catalogue: Catalogue): Int32Array[] {
  const groups = new Map<string, number[]>(ids.map((id) => [id, []]));
  catalogue.creators?.forEach((creator, item) => {
    if (creator !== undefined) groups.get(creator)?.push(catalogue.genres.of[item]!);
  });
  return ids.map((id) => Int32Array.from(groups.get(id)!));
}

/** The users of a configuration: a table, a count, the items' creators in order of appearance, or the preset's count. */
export function populationOf(config: InteractionsConfig, inputs: Inputs, catalogue: Catalogue): Population {
  const given = inputs['users'] === undefined ? undefined : userTable(inputs['users']);
  const creators =
    given === undefined && config.users === undefined && catalogue.creators !== undefined
      ? distinct(catalogue.creators)
      : [];
  const ids = given?.ids ?? (creators.length > 0 ? creators : undefined);
  if (ids === undefined) {
    const users = config.users ?? presets[config.preset].users;
    return { users, idOf: inventedIds('u', users), ownGroups: [], passing: [] };
  }
  return {
    users: ids.length,
    idOf: (user) => ids[user]!,
    ownGroups: ownGroupsOf(ids, catalogue),
    passing: given?.passing ?? [],
  };
}

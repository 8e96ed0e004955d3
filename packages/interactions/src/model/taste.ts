import type { Rng, Streams } from '@synth/core';
import type { Taste } from '../config/schema';
import { tasteShares } from './taste-shares';

/**
 * A user's tastes as factors of item weights: an item of group g has the weight w x (base + extra of g). A draw by
 * them is a mixture: of all items with mass base x W, and of each listed group with mass extra x W_g.
 */
export interface TasteProfile {
  base: number;
  /** How many groups have an extra. */
  listed: number;
  /** The groups that have one, the first `listed` entries. */
  readonly groups: Int32Array;
  /** Their extras. */
  readonly extras: Float64Array;
}

export const tasteProfile = (groups: number): TasteProfile => ({
  base: 1,
  listed: 0,
  groups: new Int32Array(groups),
  extras: new Float64Array(groups),
});

/** The factor of a group under a profile. */
export function groupFactor(profile: TasteProfile, group: number): number {
  let factor = profile.base;
  for (let j = 0; j < profile.listed; j++) if (profile.groups[j] === group) factor += profile.extras[j]!;
  return factor;
}

/** What tastes are drawn from. */
export interface TasteSource {
  /** Drawable mass of each group, and of all. */
  readonly groupMass: Float64Array;
  readonly mass: number;
  /** Items of each group in the catalogue. */
  readonly groupItems: Int32Array;
  /** For each user, the groups of the items that they created; users beyond the end have none. */
  readonly ownGroups: readonly Int32Array[];
}

/** Writes the tastes of a user into a profile. */
export type TasteModel = (user: number, into: TasteProfile) => void;

/**
 * The taste model of a configuration.
 *
 * - `preference`: 1 + 2 x preference; preference = clustering x (the genre's share of the user's own items) + (1 -
 *   clustering) / G, and 1 / G for a user without items
 * - `favourite`: one genre, drawn by its share of the catalogue's items, times `boost`
 * - `mixture`: a share `mix` of draws by theta, a Dirichlet over genres; within a genre, by weight
 */
export function tasteModel(taste: Taste, source: TasteSource, streams: Streams): TasteModel {
  const stream = streams.stream('tastes');
  const { groupMass, mass, groupItems } = source;
  const groups = groupMass.length;
  let rng: Rng | undefined;

  switch (taste.kind) {
    case 'preference': {
      const { clustering } = taste;
      return (user, into) => {
        const own = source.ownGroups[user];
        into.listed = 0;
        if (own === undefined || own.length === 0) {
          into.base = 1 + 2 / groups;
          return;
        }
        into.base = 1 + (2 * (1 - clustering)) / groups;
        for (const group of own) {
          let at = into.groups.subarray(0, into.listed).indexOf(group);
          if (at === -1) {
            at = into.listed++;
            into.groups[at] = group;
            into.extras[at] = 0;
          }
          into.extras[at] = into.extras[at]! + (2 * clustering) / own.length;
        }
      };
    }
    case 'favourite': {
      const items = groupItems.reduce((sum, n) => sum + n, 0);
      return (user, into) => {
        rng = stream.at(user, rng);
        let rest = rng.nextF64() * items;
        let group = 0;
        while (group < groups - 1 && rest >= groupItems[group]!) rest -= groupItems[group++]!;
        into.base = 1;
        into.listed = 1;
        into.groups[0] = group;
        into.extras[0] = taste.boost - 1;
      };
    }
    case 'mixture': {
      const drawShares = tasteShares(taste.concentration, groups);
      const theta = new Float64Array(groups);
      const base = (1 - taste.mix) / mass;
      const extraOf = groupMass.map((own) => (own === 0 ? 0 : taste.mix / own));
      return (user, into) => {
        rng = stream.at(user, rng);
        drawShares(rng, theta);
        const { groups: listedGroups, extras } = into;
        let listed = 0;
        for (let group = 0; group < groups; group++) {
          const extra = theta[group]! * extraOf[group]!;
          if (extra === 0) continue;
          listedGroups[listed] = group;
          extras[listed++] = extra;
        }
        into.base = base;
        into.listed = listed;
      };
    }
  }
}

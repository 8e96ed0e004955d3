import type { Rng, Streams } from '@synth/core';
import type { Taste } from '../config/schema';
import { tasteShares } from './taste-shares';

/**
 * A user's tastes: the factor of each group. An item of weight w has the weight w x (factor of its group) for the user,
 * so that a draw is one of group g with a probability in proportion to factor x W_g, W_g the weights of its items.
 */
export type Tastes = Float64Array;

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

/** Writes the tastes of a user. */
export type TasteModel = (user: number, into: Tastes) => void;

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
        if (own === undefined || own.length === 0) {
          into.fill(1 + 2 / groups);
          return;
        }
        into.fill(1 + (2 * (1 - clustering)) / groups);
        for (const group of own) into[group] = into[group]! + (2 * clustering) / own.length;
      };
    }
    case 'favourite': {
      const items = groupItems.reduce((sum, n) => sum + n, 0);
      return (user, into) => {
        rng = stream.at(user, rng);
        let rest = rng.nextF64() * items;
        let group = 0;
        while (group < groups - 1 && rest >= groupItems[group]!) rest -= groupItems[group++]!;
        into.fill(1);
        into[group] = taste.boost;
      };
    }
    case 'mixture': {
      const drawShares = tasteShares(taste.concentration, groups);
      const base = (1 - taste.mix) / mass;
      const extraOf = groupMass.map((own) => (own === 0 ? 0 : taste.mix / own));
      return (user, into) => {
        rng = stream.at(user, rng);
        drawShares(rng, into);
        for (let group = 0; group < groups; group++) into[group] = base + into[group]! * extraOf[group]!;
      };
    }
  }
}

import { nearestName, SynthError } from '@synth/core';
import type { Truth } from '../data/interaction-data';
import type { InteractionsErrorCode } from '../errors';
import type { InteractionsModel } from '../model/model';
import type { Histories } from '../model/user-history';
import { inclusionProbability } from './inclusion';

function lookup(what: string, count: number, idOf: (index: number) => string): (id: string) => number {
  let index: Map<string, number> | undefined;
  return (id) => {
    index ??= new Map(Array.from({ length: count }, (_, i) => [idOf(i), i]));
    const found = index.get(id);
    if (found !== undefined) return found;
    const near = index.size <= 100_000 ? nearestName(id, index.keys()) : undefined;
    throw new SynthError<InteractionsErrorCode>({
      code: 'ID_UNKNOWN',
      message: `no ${what} ${id}${near === undefined ? '' : `: did you mean ${near}?`}`,
      field: `${what}_id`,
      value: id,
      allowed: `an id of the ${what}s table`,
    });
  };
}

/**
 * What the generator planted, recomputed for any user and item; nothing is stored.
 *
 * With w the item weights and f the user's factors of the items' groups:
 * - `weight` = w_i f_g(i) / sum over j of w_j f_g(j), the exact probability of the first draw
 * - `affinity` = weight / (w_i / sum of w): how much likelier the item is for this user than for one without tastes
 * - `inclusion`: the probability that the item is among the user's items, given how many the user takes
 */
export function truthOf(model: InteractionsModel, histories: Histories): Truth {
  const { world, choice } = model;
  const { weights, catalogue, population, reserved } = world;
  const userOf = lookup('user', population.users, population.idOf);
  const itemOf = lookup('item', catalogue.items, catalogue.idOf);

  /** The user's factor of each group, and the mass of everything under them. */
  function tastes(user: number): { factors: Float64Array; total: number; count: number } {
    const { tastes: factors, count } = histories.intentOf(user);
    const total = factors.reduce((sum, factor, group) => sum + factor * choice.groupMass[group]!, 0);
    return { factors, total, count };
  }

  return {
    affinity(userId, itemId) {
      const { factors, total } = tastes(userOf(userId));
      return (factors[catalogue.genres.of[itemOf(itemId)]!]! * choice.mass) / total;
    },
    weight(userId, itemId) {
      const item = itemOf(itemId);
      const { factors, total } = tastes(userOf(userId));
      return (weights[item]! * factors[catalogue.genres.of[item]!]!) / total;
    },
    inclusion(userId, itemId) {
      const user = userOf(userId);
      const item = itemOf(itemId);
      const own = reserved.get(user) ?? [];
      if (own.includes(item)) return 1;
      const { factors, count } = tastes(user);
      const rates = weights.map((weight, i) => weight * factors[catalogue.genres.of[i]!]!);
      return inclusionProbability(rates, item, count - own.length);
    },
  };
}

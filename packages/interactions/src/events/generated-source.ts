import type { InteractionsModel } from '../model/model';
import type { Histories } from '../model/user-history';
import type { EventSource } from './event-source';
import { expectedShares } from './expected-shares';

/**
 * Training events of generated data: impressions are further draws by the user's own weights; two items are near when
 * they are of one taste group.
 */
export function generatedSource(model: InteractionsModel, histories: Histories): EventSource {
  const { world, choice, itemIds } = model;
  const { population, streams, catalogue } = world;
  const groupOf = catalogue.genres.of;
  const { items: itemAt } = choice.order;
  let shares: Float64Array | undefined;
  return {
    users: population.users,
    userId: population.idOf,
    itemIds,
    streams,
    of(user) {
      const { places, count, tastes } = histories.of(user);
      return {
        positives: places.subarray(0, count).map((place) => itemAt[place]!),
        impressions: (wanted, exclude, rng, out) => choice.choose(tastes, wanted, rng, out, exclude),
      };
    },
    shares: () => (shares ??= expectedShares(model, histories)),
    nearness(last) {
      const ofGroup = new Map<number, number>();
      for (const item of last) ofGroup.set(groupOf[item]!, (ofGroup.get(groupOf[item]!) ?? 0) + 1);
      return (item) => ofGroup.get(groupOf[item]!) ?? 0;
    },
  };
}

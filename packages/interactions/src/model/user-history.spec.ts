import { interactionsDataset } from '../dataset/dataset';
import type { InteractionsConfig } from '../config/schema';
import { interactionsModel } from './model';
import { histories } from './user-history';
import { worldOf } from './world';

const modelOf = (options: object) =>
  interactionsModel(worldOf(interactionsDataset.config.parse(options) as InteractionsConfig, {}));

const cases = {
  'with a progression': { preset: 'movielens-like', users: 300 },
  'in any order': { preset: 'standard', users: 300 },
  'with items of their own': { preset: 'standard', users: 3, items: 400, singleUserItemRate: 0.5 },
  'of a great many tastes': { preset: 'standard', users: 60, items: 2500, genres: 2000 },
  'with plays': { preset: 'music-streaming-like', users: 300 },
  'who take most of what there is': {
    preset: 'movielens-like',
    users: 50,
    items: 60,
    minUserInteractions: 50,
    maxUserInteractions: 60,
  },
};

describe.each(Object.entries(cases))('users %s', (_, options) => {
  const model = modelOf(options);
  const { users } = model.world.population;

  it('do the same alone and among others, whoever comes before', () => {
    const many = histories(model);
    const single = histories(model);
    for (const begin of [0, 1, Math.floor(users / 2)]) {
      let user = begin;
      while (user < users) {
        const acted = many.between(user, users);
        expect(acted.users).toBeGreaterThan(0);
        for (let k = 0, first = 0; k < acted.users; k++, user++) {
          const end = acted.ends[k]!;
          const { count, places, times, plays } = single.of(user);
          expect(end - first).toBe(count);
          expect(acted.places.slice(first, end)).toEqual(places.slice(0, count));
          expect(acted.times.slice(first, end)).toEqual(times.slice(0, count));
          expect(acted.plays.slice(first, end)).toEqual(plays.slice(0, count));
          first = end;
        }
      }
      expect(user).toBe(users);
    }
  });

  it('take each item once, and those that are theirs alone', () => {
    const acted = histories(model);
    const { items } = model.choice.order;
    for (let user = 0; user < users; user++) {
      const { count, places } = acted.of(user);
      const taken = new Set(Array.from(places.subarray(0, count), (place) => items[place]!));
      expect(taken.size).toBe(count);
      for (const item of model.world.reserved.get(user) ?? []) expect(taken.has(item)).toBe(true);
    }
  });

  it('intend what they do', () => {
    const acted = histories(model);
    for (let user = 0; user < users; user += 7) {
      const { count, tastes } = acted.intentOf(user);
      const intended = tastes.slice();
      expect(acted.of(user).count).toBe(count);
      expect(acted.of(user).tastes).toEqual(intended);
    }
  });
});

import { interactions } from './interactions';

describe('figures of interactions', () => {
  it('are those a person asks for', () => {
    expect(
      interactions.figures({
        density: 0.0671,
        item_gini: 0.494,
        items_with_users: { '1+': 1, '2+': 0.944, '3+': 0.9 },
        users_sharing_an_item: 1,
      }),
    ).toEqual(['density 6.7%', 'item Gini .49', '2+ users 94%', '3+ users 90%', 'all users share an item']);
  });

  it('leave out what the run did not make', () => {
    expect(interactions.figures({ users_sharing_an_item: 0.98 })).toEqual(['98% of users share an item']);
    expect(interactions.figures({})).toEqual([]);
  });
});

import { match } from './match';

describe('figures of match', () => {
  it('says what a person would ask for', () => {
    expect(match.figures({ user_user: 2100, user_group: 900, accept_rate: 0.4812, bayes_auc: 0.7 })).toEqual([
      '2,100 solo',
      '900 group',
      'accepted 48%',
      'best possible AUC .70',
    ]);
    expect(match.figures({ note: 'there is no group: all events are solo' })).toEqual([
      'there is no group: all events are solo',
    ]);
  });
});

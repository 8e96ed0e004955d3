import { interactions } from '@synth/interactions';
import { evaluate, topPop } from '@synth/interactions/evaluate';
import { twoTower } from '../src/index';

it('ranks better than popularity with the correction by log q, and worse without it (P05)', () => {
  const options = { preset: 'movielens-like', users: 300, maxUserInteractions: 60, seed: 'p05' } as const;
  const matrix = interactions(options).matrix();
  const recommenders = [topPop(), twoTower(), twoTower({ logQ: false })];
  const [popular, corrected, uncorrected] = evaluate({ matrix, recommenders, seed: 'p05' }).scores;
  expect(corrected!.ndcg / popular!.ndcg).toBeGreaterThan(1.3);
  expect(uncorrected!.ndcg / popular!.ndcg).toBeLessThan(1);
});

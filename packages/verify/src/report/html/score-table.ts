import type { HoldoutScores } from '../../learnability/learnability';
import { countText, shareText, valueText } from '../numbers';
import { table } from './table';

const columns = [
  { head: 'Recommender', name: 'title' },
  { head: 'NDCG@10', name: 'value' },
  { head: 'Standard error', name: 'value' },
  { head: 'Recall@10', name: 'value' },
  { head: 'Items ever recommended', name: 'value' },
  { head: 'NDCG@10, shuffled', name: 'value' },
];

/** Scores of recommenders under one holdout. */
export const scoreTable = ({ name, users, scores }: HoldoutScores): string =>
  table(
    `${name} holdout, ${countText(users)} users`,
    columns,
    scores.map((score) => ({
      state: 'score',
      cells: [
        score.name,
        valueText(score.ndcg),
        valueText(score.error),
        valueText(score.recall),
        score.coverage === null ? '–' : shareText(score.coverage),
        valueText(score.shuffled),
      ],
    })),
  );

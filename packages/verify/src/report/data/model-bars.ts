import type { HoldoutScores } from '../../learnability/learnability';

/** What a recommender reaches on the data, and on the shuffled copy. */
export interface ModelBar {
  readonly name: string;
  readonly ndcg: number;
  /** Standard error. */
  readonly error: number | null;
  readonly shuffled: number | null;
}

/** Recommenders of the random holdout, best first, and what no model can beat but by luck. */
export interface ModelBars {
  readonly users: number;
  readonly bars: readonly ModelBar[];
  readonly oracle: number | null;
}

/** The scores to draw; undefined where nothing was measured. */
export function modelBars(holdouts: readonly HoldoutScores[]): ModelBars | undefined {
  const random = holdouts.find(({ name }) => name === 'random');
  if (random === undefined) return undefined;
  const measured = random.scores.flatMap(({ name, ndcg, error, shuffled }) =>
    ndcg === null ? [] : [{ name, ndcg, error, shuffled }],
  );
  const bars = measured.filter(({ name }) => name !== 'Oracle').sort((a, b) => b.ndcg - a.ndcg);
  if (bars.length === 0) return undefined;
  const oracle = measured.find(({ name }) => name === 'Oracle')?.ndcg ?? null;
  return { users: random.users, bars, oracle };
}

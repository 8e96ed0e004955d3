import type { Seed } from '@synth/core';
import { defaultSeed } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import type { Recommender } from '@synth/interactions/evaluate';
import { evaluate, itemKnn, topPop } from '@synth/interactions/evaluate';
import type { LeftOut } from '../learnability/models-for';
import { modelsFor } from '../learnability/models-for';
import { kendallTau } from './kendall-tau';

/** NDCG@10 of a recommender on both; null where nobody could be judged. */
export interface OrderedScore {
  readonly name: string;
  readonly generated: number | null;
  readonly reference: number | null;
}

/** Whether recommenders come in the same order (P03). */
export interface AlgorithmOrder {
  /** Kendall's tau-b of the scores; null where nobody could be judged. */
  readonly tau: number | null;
  /** Whether popularity is the worst of all. */
  readonly popularityLast: { readonly generated: boolean; readonly reference: boolean };
  readonly scores: readonly OrderedScore[];
  readonly leftOut: readonly LeftOut[];
}

const names = ['EASE', 'iALS', 'BPR'];

/** Under so many users, one holdout is mostly luck: the scores are means over several. */
const fewUsers = 500;
const repeats = 5;

/**
 * How much the order of EASE, iALS, ItemKNN, BPR and TopPop by NDCG@10 (random fifth held out, full ranking) on generated
 * data agrees with that on a reference. Models too large for either side are left out, by name. Under 500 users, means
 * over five holdouts.
 *
 * @param generated without empty rows and columns; of as many users and items as the reference
 * @param options.maxUsers judge by at most so many users, a seeded sample. Default all
 */
export function algorithmOrder(
  generated: InteractionMatrix,
  reference: InteractionMatrix,
  options: { readonly seed?: Seed; readonly maxUsers?: number } = {},
): AlgorithmOrder {
  const [ours, theirs] = [modelsFor(generated), modelsFor(reference)];
  const leftOut = [...ours.leftOut, ...theirs.leftOut].filter(
    ({ name }, at, all) => names.includes(name) && all.findIndex((one) => one.name === name) === at,
  );
  const models = ours.models.filter(
    ({ name }) => names.includes(name) && !leftOut.some((one) => one.name === name),
  );
  const recommenders = [...models, itemKnn(), topPop()];
  const a = ndcgOf(generated, recommenders, options);
  const b = ndcgOf(reference, recommenders, options);
  const judged = [...a, ...b].every(Number.isFinite);
  const isLast = (scores: readonly number[]): boolean =>
    scores.slice(0, -1).every((score) => score > scores.at(-1)!);
  const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    tau: judged ? kendallTau(a, b) : null,
    popularityLast: { generated: isLast(a), reference: isLast(b) },
    scores: recommenders.map(({ name }, at) => ({
      name,
      generated: orNull(a[at]!),
      reference: orNull(b[at]!),
    })),
    leftOut,
  };
}

function ndcgOf(
  matrix: InteractionMatrix,
  recommenders: readonly Recommender[],
  { seed = defaultSeed, maxUsers }: { readonly seed?: Seed; readonly maxUsers?: number },
): number[] {
  const times = matrix.rows < fewUsers ? repeats : 1;
  const sums = recommenders.map(() => 0);
  for (let time = 0; time < times; time++) {
    const { scores } = evaluate({
      matrix,
      recommenders,
      seed: time === 0 ? seed : `${seed}/${time}`,
      ...(maxUsers === undefined ? {} : { maxUsers }),
    });
    scores.forEach(({ ndcg }, at) => (sums[at]! += ndcg / times));
  }
  return sums;
}

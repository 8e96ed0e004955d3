import type { Seed } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import type { Evaluation, Holdout, Recommender, RecommenderScore } from '@synth/interactions/evaluate';
import {
  degreePreservingShuffle,
  evaluate,
  itemKnn,
  lastOutHoldout,
  randomHoldout,
  topPop,
  userKnn,
} from '@synth/interactions/evaluate';
import type { ItemContent } from '../recommenders/content-neighbours';
import type { PlantedTruth } from '../source/source';
import { coldItems } from './cold-items';
import type { LeftOut } from './models-for';
import { modelsFor, quickModels } from './models-for';
import { oracle } from './oracle';
import { tasteCommunities } from './taste-communities';

/** How one recommender did under one holdout; null where nobody could be judged. */
export interface Score {
  readonly name: string;
  readonly ndcg: number | null;
  /** Standard error of `ndcg` over the users judged. */
  readonly error: number | null;
  readonly recall: number | null;
  readonly coverage: number | null;
  /** NDCG on the degree-preserving shuffle; null where it was not measured. */
  readonly shuffled: number | null;
}

/** What was held out, how many users were judged by it, and the scores. */
export interface HoldoutScores {
  readonly name: 'random' | 'last out';
  readonly users: number;
  readonly scores: readonly Score[];
}

/** What recommenders make of a matrix. */
export interface Learnability {
  readonly holdouts: readonly HoldoutScores[];
  readonly figures: Readonly<Record<string, number>>;
  /** Standard errors over the users judged, of figures that have one. */
  readonly errors: Readonly<Record<string, number>>;
  readonly leftOut: readonly LeftOut[];
}

/** How much to measure. */
export interface LearnabilityOptions {
  readonly seed: Seed;
  /** TopPop and ItemKNN only, one holdout. */
  readonly quick: boolean;
  readonly truth?: PlantedTruth;
  /** Only these of the learnt models. @defaultValue all that fit */
  readonly models?: readonly string[];
  /** Judge by a seeded sample of this many users. */
  readonly maxUsers?: number;
  /** Hears what is done next. */
  readonly onStep?: (step: string) => void;
}

/**
 * Fits recommenders to a part of each user's items and sees how well they find the rest, on the data and on its
 * degree-preserving shuffle. Under 500 users, means over five holdouts and shuffles.
 *
 * @param matrix no empty rows and columns
 */
export function learnability(matrix: InteractionMatrix, options: LearnabilityOptions): Learnability {
  const { seed, quick, truth, maxUsers, onStep = () => undefined } = options;
  const basic = [topPop(), itemKnn(), ...(quick ? [] : [userKnn()])];
  const planted = truth === undefined ? [] : [oracle(matrix, truth)];
  const seeds = Array.from({ length: matrix.rows < fewUsers ? repeats : 1 }, (_, r) =>
    r === 0 ? seed : `${seed}/${r}`,
  );
  const measured = (
    of: (at: number) => InteractionMatrix,
    recommenders: readonly Recommender[],
    holdout: Holdout,
    what: string,
  ): Evaluation =>
    meanEvaluation(
      seeds.map((one, at) =>
        evaluate({
          matrix: of(at),
          recommenders: recommenders.map((recommender) => announced(recommender, what, onStep)),
          holdout,
          seed: one,
          ...(maxUsers === undefined ? {} : { maxUsers }),
        }),
      ),
    );
  const { models, leftOut } = quick ? quickModels : modelsFor(matrix, options.models);
  onStep('a shuffled copy');
  const shuffled = seeds.map((one) => degreePreservingShuffle(matrix, { seed: one }));
  const random = measured(
    () => matrix,
    [...basic, ...models, ...planted],
    randomHoldout(),
    'a random holdout',
  );
  const control = measured((at) => shuffled[at]!, basic, randomHoldout(), 'the shuffled copy');
  const holdouts = [holdoutScores('random', random, control.scores)];
  const lift = liftOf(random.scores);
  const nullLift = liftOf(control.scores);
  const figures: Record<string, number> = { lift, nullLift, ratio: nullLift / lift };
  const errors: Record<string, number> = {
    lift: quotientError(random.scores, 'ItemKNN'),
    nullLift: quotientError(control.scores, 'ItemKNN'),
  };
  errors['ratio'] = (nullLift / lift) * Math.hypot(errors['lift']! / lift, errors['nullLift']! / nullLift);
  const popular = ndcgOf(random.scores, 'TopPop');
  for (const [figure, name] of Object.entries(towers)) {
    if (!models.some((one) => one.name === name)) continue;
    figures[figure] = ndcgOf(random.scores, name) / popular;
    errors[figure] = quotientError(random.scores, name);
  }
  if (!quick && matrix.timestamps !== undefined) {
    const last = measured(
      () => matrix,
      [...basic, ...planted],
      lastOutHoldout(),
      'the last item of each user',
    );
    holdouts.push(holdoutScores('last out', last, []));
    figures['lastOutRatio'] = liftOf(last.scores) / lift;
  }
  if (!quick && truth !== undefined) {
    onStep('taste communities and cold items');
    Object.assign(
      figures,
      tasteCommunities(matrix, shuffled[0]!, truth, { seed }),
      coldItems(matrix, groupContent(truth), { seed }),
    );
  }
  return { holdouts, figures, errors, leftOut };
}

/** A recommender that says when it begins to learn. */
const announced = (recommender: Recommender, what: string, onStep: (step: string) => void): Recommender => ({
  name: recommender.name,
  fit(train, options) {
    onStep(`${recommender.name} on ${what}`);
    return recommender.fit(train, options);
  },
});

/** Under so many users, one holdout is mostly luck: several are made, and their means taken. */
const fewUsers = 500;
const repeats = 5;

/** Means over evaluations of the same recommenders. The errors stay those of one: the users are the same. */
function meanEvaluation(all: readonly Evaluation[]): Evaluation {
  const [first] = all;
  const mean = (of: (one: RecommenderScore) => number, at: number): number =>
    all.reduce((sum, { scores }) => sum + of(scores[at]!), 0) / all.length;
  return {
    ...first!,
    scores: first!.scores.map(({ name }, at) => ({
      name,
      ndcg: mean(({ ndcg }) => ndcg, at),
      ndcgError: mean(({ ndcgError }) => ndcgError, at),
      recall: mean(({ recall }) => recall, at),
      coverage: mean(({ coverage }) => coverage, at),
    })),
  };
}

/** The planted group of each item, as content: 1 in the column of its group. */
function groupContent({ groupOf, groups }: PlantedTruth): ItemContent {
  const values = new Float32Array(groupOf.length * groups.length);
  groupOf.forEach((group, item) => (values[item * groups.length + group] = 1));
  return { values, width: groups.length };
}

const towers = { twoTowerLogQ: 'two-tower', twoTower: 'two-tower without log q' } as const;

const ndcgOf = (scores: readonly RecommenderScore[], name: string): number =>
  scores.find((one) => one.name === name)!.ndcg;

const liftOf = (scores: readonly RecommenderScore[]): number =>
  ndcgOf(scores, 'ItemKNN') / ndcgOf(scores, 'TopPop');

/**
 * The standard error of a recommender's NDCG by that of TopPop, as if both erred apart: they are judged by the same users,
 * and so err together, and less.
 */
function quotientError(scores: readonly RecommenderScore[], name: string): number {
  const [one, popular] = [name, 'TopPop'].map((wanted) => scores.find((score) => score.name === wanted)!);
  const relative = Math.hypot(one!.ndcgError / one!.ndcg, popular!.ndcgError / popular!.ndcg);
  return (one!.ndcg / popular!.ndcg) * relative;
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

const holdoutScores = (
  name: HoldoutScores['name'],
  { users, scores }: Evaluation,
  control: readonly RecommenderScore[],
): HoldoutScores => ({
  name,
  users,
  scores: scores.map((score) => ({
    name: score.name,
    ndcg: orNull(score.ndcg),
    error: orNull(score.ndcgError),
    recall: orNull(score.recall),
    coverage: orNull(score.coverage),
    shuffled: orNull(control.find((one) => one.name === score.name)?.ndcg ?? Number.NaN),
  })),
});

import type { SparseRows } from '@synth/interactions';
import type { Recommender } from '@synth/interactions/evaluate';
import { bpr } from '../recommenders/bpr';
import { ease, easeMaxItems } from '../recommenders/ease';
import { ials } from '../recommenders/ials';
import { twoTower } from '../recommenders/two-tower';

/** A model that was not measured, and why. */
export interface LeftOut {
  readonly name: string;
  readonly why: string;
}

/** The models that are fitted beside TopPop and the nearest neighbours. */
export interface Models {
  readonly models: readonly Recommender[];
  readonly leftOut: readonly LeftOut[];
}

/** Steps that training a model may take: some minutes. */
const mostSteps = 2e11;

/**
 * The learnt models that a matrix is small enough for; of each other one, why not.
 *
 * @param wanted only these, by name. Default all
 */
export function modelsFor(
  { rows, cols, indices }: Pick<SparseRows, 'rows' | 'cols' | 'indices'>,
  wanted?: readonly string[],
): Models {
  const size = indices.length;
  const number = (value: number): string => value.toLocaleString('en-GB');
  const candidates = [
    {
      model: ease(),
      fits: cols <= easeMaxItems,
      why: `${number(cols)} items; it takes up to ${number(easeMaxItems)}`,
    },
    { model: ials(), fits: 12 * (size * 1024 + (rows + cols) * 12_000) <= mostSteps, why: '' },
    { model: bpr(), fits: 60 * size * 96 <= mostSteps, why: '' },
    { model: twoTower(), fits: 6 * size * 64 * 72 <= mostSteps, why: '' },
    { model: twoTower({ logQ: false }), fits: 6 * size * 64 * 72 <= mostSteps, why: '' },
  ].map((one) =>
    wanted === undefined || wanted.includes(one.model.name)
      ? one
      : { ...one, fits: false, why: 'not asked for' },
  );
  return {
    models: candidates.filter(({ fits }) => fits).map(({ model }) => model),
    leftOut: candidates
      .filter(({ fits }) => !fits)
      .map(({ model, why }) => ({
        name: model.name,
        why: why === '' ? `${number(size)} interactions would take more than some minutes` : why,
      })),
  };
}

/** Nothing but what is always measured. */
export const quickModels: Models = {
  models: [],
  leftOut: ['UserKNN', 'EASE', 'iALS', 'BPR', 'two-tower'].map((name) => ({ name, why: 'a quick look' })),
};

import type { Seed } from '@synth/core';
import { coOccurrence } from '../evaluate/statistics/co-occurrence';
import { columnCounts, rowCounts } from '../matrix/counts';
import type { InteractionMatrix } from '../matrix/interaction-matrix';
import type { MatrixSource } from '../matrix/matrix-source';
import { matrixOf } from '../matrix/matrix-source';
import type { Judgement } from './verdict';
import { verdictOf } from './verdict';

/** A share with the interval that holds it in 95 of 100 samples; both ends equal `share` where it is exact. */
export interface EstimatedShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly exact: boolean;
}

/** What collaborative filtering has to go on. Shares are of all users and all items, those with nothing included. */
export interface CfViability extends Judgement {
  readonly users: number;
  readonly items: number;
  /** Pairs of a user and an item. */
  readonly interactions: number;
  /** Shares of all items with at least so many users. */
  readonly itemsWithUsers: Readonly<Record<'1+' | '2+' | '3+' | '5+', number>>;
  /** Share of all users who have an item that another user has too. */
  readonly usersSharingAnItem: number;
  /** Mean number of items that two users have in common, over all pairs of users. */
  readonly meanSharedItems: number;
  /** Share of non-zero entries of the item x item cosine matrix over all items, diagonal included. */
  readonly itemCosineDensity: EstimatedShare;
  /**
   * `permutation`: no user has two items and no item two users, so that the matrix is a permutation matrix, empty rows
   * and columns apart; `disjoint`: no item has two users; `shared`: otherwise.
   */
  readonly structure: 'permutation' | 'disjoint' | 'shared';
}

/** How much work to spend. */
export interface CfViabilityOptions {
  /** Of the sample. @defaultValue 'synth' */
  readonly seed?: Seed;
  /** Steps after which the cosine density is estimated from a sample of items. @defaultValue 200_000_000 */
  readonly budget?: number;
}

/**
 * Whether interactions hold anything for collaborative filtering to find: items with more than one user, users with
 * common items. All but the cosine density is counted exactly in O(interactions).
 *
 * That there is overlap does not mean that there is taste: that is measured by `liftOverPopularity`.
 *
 * @param source a matrix, or data that has one
 * @example
 * ```ts
 * const { verdict, structure } = cfViability(matrixFromPairs([
 *   { user_id: 'ann', item_id: 'x' }, { user_id: 'bob', item_id: 'y' },
 * ]));
 * [verdict, structure]; // => ['impossible', 'permutation']
 * ```
 */
export function cfViability(source: MatrixSource, options: CfViabilityOptions = {}): CfViability {
  const matrix = matrixOf(source);
  const byItem = columnCounts(matrix);
  const byUser = rowCounts(matrix);
  const withUsers = (least: number) => share(byItem, (count) => count >= least);
  const figures = {
    users: matrix.rows,
    items: matrix.cols,
    interactions: matrix.indices.length,
    itemsWithUsers: { '1+': withUsers(1), '2+': withUsers(2), '3+': withUsers(3), '5+': withUsers(5) },
    usersSharingAnItem: sharingUsers(matrix, byItem) / matrix.rows,
    meanSharedItems: pairs(byItem) / ((matrix.rows * (matrix.rows - 1)) / 2),
    itemCosineDensity: cosineDensity(matrix, withUsers(1) * matrix.cols, options),
    structure: structureOf(byUser, byItem),
  };
  return { ...figures, ...verdictOf(figures) };
}

function share(counts: Int32Array, holds: (count: number) => boolean): number {
  return counts.reduce((sum, count) => (holds(count) ? sum + 1 : sum), 0) / counts.length;
}

/** Pairs of users, over items: the sum of shared items over pairs. */
function pairs(byItem: Int32Array): number {
  return byItem.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

function sharingUsers(matrix: InteractionMatrix, byItem: Int32Array): number {
  let sharing = 0;
  for (let user = 0; user < matrix.rows; user++) {
    const items = matrix.indices.subarray(matrix.indptr[user]!, matrix.indptr[user + 1]!);
    if (items.some((item) => byItem[item]! > 1)) sharing++;
  }
  return sharing;
}

function cosineDensity(matrix: InteractionMatrix, used: number, options: CfViabilityOptions): EstimatedShare {
  const { share: together, error } = used < 2 ? { share: 0, error: 0 } : coOccurrence(matrix, options);
  // Of the items x items entries, those of items with a user: each with itself, and the pairs that co-occur.
  const ofAll = (pairShare: number) =>
    (used + Math.min(1, Math.max(0, pairShare)) * used * (used - 1)) / (matrix.cols * matrix.cols);
  return {
    share: ofAll(together),
    low: ofAll(together - 1.96 * error),
    high: ofAll(together + 1.96 * error),
    exact: error === 0,
  };
}

function structureOf(byUser: Int32Array, byItem: Int32Array): CfViability['structure'] {
  if (byItem.some((count) => count > 1)) return 'shared';
  return byUser.some((count) => count > 1) ? 'disjoint' : 'permutation';
}

import type { InteractionMatrix } from '@synth/interactions';
import type { Recommender } from '@synth/interactions/evaluate';
import { fitted, tieOrder } from '@synth/interactions/evaluate';
import type { PlantedTruth } from '../source/source';

/**
 * Recommends by what was planted: an item's share of the weight of its group, times the user's taste for the group.
 * What no model can beat but by luck.
 *
 * @param matrix of the rows and columns that the truth is about
 */
export function oracle(matrix: InteractionMatrix, truth: PlantedTruth): Recommender {
  const groups = truth.groups.length;
  const mass = new Float64Array(groups);
  truth.groupOf.forEach((group, item) => (mass[group]! += truth.weights[item]!));
  return {
    name: 'Oracle',
    fit(train, options) {
      // The training matrix has the same rows and columns: holdouts take entries, not users.
      return fitted(train, tieOrder(train.cols, options?.seed), (user, out) => {
        for (let item = 0; item < matrix.cols; item++) {
          const group = truth.groupOf[item]!;
          out[item] = (truth.tastes[user * groups + group]! * truth.weights[item]!) / (mass[group]! || 1);
        }
      });
    },
  };
}

/** The truth of some of a matrix's users and items, in the order of `part`. */
export function truthOf(
  part: InteractionMatrix,
  whole: InteractionMatrix,
  truth: PlantedTruth,
): PlantedTruth {
  const groups = truth.groups.length;
  const tastes = new Float64Array(part.rows * groups);
  part.users.forEach((id, user) => {
    const from = whole.userIndex(id) * groups;
    tastes.set(truth.tastes.subarray(from, from + groups), user * groups);
  });
  const items = part.items.map((id) => whole.itemIndex(id));
  return {
    tastes,
    groups: truth.groups,
    groupOf: Int32Array.from(items, (item) => truth.groupOf[item]!),
    weights: Float64Array.from(items, (item) => truth.weights[item]!),
  };
}

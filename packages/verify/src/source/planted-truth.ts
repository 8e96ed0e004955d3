import type { Row } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import type { PlantedTruth } from './source';

/**
 * The truth of the tables truth_users and truth_items, in the order of a matrix; undefined where they are missing or
 * do not cover it.
 *
 * @param groups the groups in the order of the columns taste_1, taste_2, ...
 */
export function plantedTruth(
  matrix: InteractionMatrix,
  users: readonly Row[] | undefined,
  items: readonly Row[] | undefined,
  groups: readonly string[] | undefined,
): PlantedTruth | undefined {
  if (users === undefined || items === undefined || users.length === 0 || items.length === 0)
    return undefined;
  const columns = Object.keys(users[0]!).filter((name) => /^taste_\d+$/.test(name));
  if (columns.length === 0 || groups?.length !== columns.length) return undefined;
  const weights = new Float64Array(matrix.cols);
  const groupOf = new Int32Array(matrix.cols).fill(-1);
  for (const row of items) {
    const item = matrix.itemIndex(String(row['item_id']));
    if (item < 0) continue;
    weights[item] = Number(row['weight']);
    groupOf[item] = groups.indexOf(String(row['group']));
  }
  const tastes = new Float64Array(matrix.rows * columns.length).fill(Number.NaN);
  for (const row of users) {
    const user = matrix.userIndex(String(row['user_id']));
    if (user < 0) continue;
    columns.forEach((column, group) => (tastes[user * columns.length + group] = Number(row[column])));
  }
  const complete = !groupOf.includes(-1) && !tastes.some(Number.isNaN) && !weights.some(Number.isNaN);
  return complete ? { tastes, groups, groupOf, weights } : undefined;
}

import type { Seed } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import { submatrix } from '@synth/interactions';
import type { PlantedTruth } from '../source/source';
import { truthOf } from './oracle';
import { adjustedRandIndex, purity } from './partition-agreement';
import { spectralClusters } from './spectral-clusters';

/** Items with fewer users say too little of their group; the spectral ratio (T08) leaves out the same. */
const minItemUsers = 5;

/**
 * Whether taste communities can be found again (P06): spectral clusters of items against their planted groups, and of
 * users against the group that each likes most beyond what everybody does; on the data, and on a copy whose tastes are shuffled away. As many
 * clusters as groups, over items with 5 users.
 *
 * @param control the degree-preserving shuffle of `matrix`
 * @returns adjusted Rand indices and purities; nothing where there is one group only, or fewer users or items than groups
 */
export function tasteCommunities(
  matrix: InteractionMatrix,
  control: InteractionMatrix,
  truth: PlantedTruth,
  options: { readonly seed: Seed },
): Record<string, number> {
  const data = agreement(matrix, truth, options.seed);
  const shuffled = agreement(control, truth, options.seed);
  if (data === undefined || shuffled === undefined) return {};
  return {
    itemCommunities: data.items,
    itemPurity: data.itemPurity,
    userCommunities: data.users,
    userPurity: data.userPurity,
    nullItemCommunities: shuffled.items,
    nullUserCommunities: shuffled.users,
  };
}

interface Agreement {
  readonly items: number;
  readonly itemPurity: number;
  readonly users: number;
  readonly userPurity: number;
}

function agreement(whole: InteractionMatrix, planted: PlantedTruth, seed: Seed): Agreement | undefined {
  const counts = new Int32Array(whole.cols);
  for (const item of whole.indices) counts[item]!++;
  const kept = submatrix(whole, { items: (item) => counts[item]! >= minItemUsers });
  const matrix = submatrix(kept, { users: (user) => kept.indptr[user + 1]! > kept.indptr[user]! });
  const truth = truthOf(matrix, whole, planted);
  const k = new Set(truth.groupOf).size;
  if (k < 2 || matrix.rows < k) return undefined;
  const found = spectralClusters(matrix, k, { seed });
  const favourites = favouriteGroups(truth, matrix.rows);
  return {
    items: adjustedRandIndex(found.items, truth.groupOf),
    itemPurity: purity(found.items, truth.groupOf),
    users: adjustedRandIndex(found.users, favourites),
    userPurity: purity(found.users, favourites),
  };
}

/** The group that each user likes most beyond what everybody does. */
function favouriteGroups({ tastes, groups }: PlantedTruth, users: number): Int32Array {
  const width = groups.length;
  const usual = new Float64Array(width);
  tastes.forEach((share, at) => (usual[at % width]! += share / users));
  return Int32Array.from({ length: users }, (_, user) => {
    const beyond = usual.map((mean, group) => (mean === 0 ? 0 : tastes[user * width + group]! / mean));
    return beyond.indexOf(Math.max(...beyond));
  });
}

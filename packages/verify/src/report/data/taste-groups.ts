import type { Seed } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import type { PlantedTruth } from '../../source/source';
import type { Correspondence } from './correspondence';
import { nearestCentres, sphericalKMeans } from './spherical-k-means';

/** Items and users by taste, the groups with most interactions first. */
export interface TasteGroups {
  readonly kind: 'planted' | 'found';
  readonly names: readonly string[];
  /** Index of the group, or -1. */
  readonly ofItem: Int32Array;
  readonly ofUser: Int32Array;
}

const clustersToFind = 6;

/** The groups that were planted: of an item its own, of a user the one liked most beyond what everybody does. */
export function plantedGroups(matrix: InteractionMatrix, truth: PlantedTruth): TasteGroups {
  const groups = truth.groups.length;
  const mean = new Float64Array(groups);
  truth.tastes.forEach((taste, at) => (mean[at % groups]! += taste / matrix.rows));
  const ofUser = Int32Array.from({ length: matrix.rows }, (_, user) => {
    let favourite = 0;
    const lift = (group: number): number =>
      mean[group]! > 0 ? truth.tastes[user * groups + group]! / mean[group]! : 0;
    for (let group = 1; group < groups; group++) if (lift(group) > lift(favourite)) favourite = group;
    return favourite;
  });
  return largestFirst(matrix, { kind: 'planted', names: truth.groups, ofItem: truth.groupOf, ofUser });
}

/**
 * Groups found in the interactions alone, by spectral co-clustering (Dhillon, KDD 2001): items by the direction of
 * their place in the correspondence analysis, users by the cluster of items that they are nearest to.
 */
export function foundGroups(matrix: InteractionMatrix, places: Correspondence, seed: Seed): TasteGroups {
  const { axes } = places;
  const clusters = Math.min(clustersToFind, axes + 1);
  const { clusterOf, centres } = sphericalKMeans(places.items, { axes, clusters, seed });
  const names = Array.from({ length: clusters }, (_, c) => String(c));
  const ordered = largestFirst(matrix, {
    kind: 'found',
    names,
    ofItem: clusterOf,
    ofUser: nearestCentres(places.users, centres, axes),
  });
  return { ...ordered, names: ordered.names.map((_, at) => `cluster ${at + 1}`) };
}

function largestFirst(matrix: InteractionMatrix, groups: TasteGroups): TasteGroups {
  const counts = new Float64Array(groups.names.length);
  for (const item of matrix.indices) if (groups.ofItem[item]! >= 0) counts[groups.ofItem[item]!]!++;
  const order = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b);
  const place = new Int32Array(order.length);
  order.forEach((group, at) => (place[group] = at));
  const placed = (group: number): number => (group < 0 ? -1 : place[group]!);
  return {
    kind: groups.kind,
    names: order.map((group) => groups.names[group]!),
    ofItem: groups.ofItem.map(placed),
    ofUser: groups.ofUser.map(placed),
  };
}

import { powr, standardNormalQuantile } from '@synth/core';
import type { SparseRows } from '@synth/interactions';
import { headShare, lognormalFit, powerLawFit } from '@synth/interactions/evaluate';
import { itemCounts } from './item-counts';

/** An item's place by popularity, and how many users it has. */
export interface Ranked {
  readonly rank: number;
  readonly users: number;
}

/** Popularity against rank, with the family of laws that fits it better. */
export interface LongTail {
  readonly items: number;
  /** Share of the interactions on the most popular tenth of the items. */
  readonly top10: number;
  readonly points: readonly Ranked[];
  /** Null where all items have the same number of users. */
  readonly fit: {
    readonly family: 'lognormal' | 'power law';
    /** The parameters, for a legend. */
    readonly parameters: string;
    /** Kolmogorov-Smirnov distance. */
    readonly distance: number;
    readonly points: readonly Ranked[];
  } | null;
}

/** Points that a curve over several decades needs. */
const mostPoints = 160;

/** A power law of less than this share of the items says nothing of the rest (T05). */
const leastTail = 0.15;

/**
 * The users of items by rank, thinned out evenly in the logarithm of the rank. The family is a power law where its tail
 * has at least 15% of the items and is nearer than the lognormal by Kolmogorov-Smirnov, else the lognormal.
 *
 * @param matrix no empty columns, at least one entry
 */
export function longTail(matrix: SparseRows): LongTail {
  const counts = Array.from(itemCounts(matrix)).sort((a, b) => b - a);
  const items = counts.length;
  const ranks = logRanks(items);
  return {
    items,
    top10: headShare(counts, 0.1),
    points: ranks.map((rank) => ({ rank, users: counts[rank - 1]! })),
    fit: counts[0] === counts[items - 1] ? null : fitOf(counts, ranks),
  };
}

function fitOf(counts: readonly number[], ranks: readonly number[]): LongTail['fit'] {
  const items = counts.length;
  const normal = lognormalFit(counts);
  const law = powerLawFit(counts);
  if (law !== undefined && law.tailShare >= leastTail && law.ks < normal.ks) {
    const { alpha, xmin, tailShare } = law;
    return {
      family: 'power law',
      parameters: `alpha ${alpha.toFixed(2)} from ${xmin} users`,
      distance: law.ks,
      points: ranks
        .filter((rank) => rank <= tailShare * items)
        .map((rank) => ({
          rank,
          users: (xmin - 0.5) * powr((rank - 0.5) / (tailShare * items), 1 / (1 - alpha)),
        })),
    };
  }
  return {
    family: 'lognormal',
    parameters: `mu ${normal.mu.toFixed(2)}, sigma ${normal.sigma.toFixed(2)}`,
    distance: normal.ks,
    points: ranks.map((rank) => ({
      rank,
      users: Math.exp(normal.mu + normal.sigma * standardNormalQuantile(1 - (rank - 0.5) / items)),
    })),
  };
}

/** Whole ranks from 1 to `items`, evenly in the logarithm. */
function logRanks(items: number): number[] {
  const ranks = Array.from({ length: mostPoints }, (_, k) =>
    Math.round(Math.exp((Math.log(items) * k) / (mostPoints - 1))),
  );
  return [...new Set(ranks)];
}

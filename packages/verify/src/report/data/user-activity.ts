import { normal } from '@synth/core';
import type { SparseRows } from '@synth/interactions';
import { shiftedLognormalFit } from '@synth/interactions/evaluate';

/** Users whose number of items is in [from, to). */
export interface ActivityBin {
  readonly from: number;
  readonly to: number;
  readonly users: number;
  /** Users that the fitted law expects; null where none was fitted. */
  readonly expected: number | null;
}

/** How many items users have. */
export interface UserActivity {
  readonly median: number;
  readonly most: number;
  readonly bins: readonly ActivityBin[];
  /** The parameters of the shifted lognormal; null where all users have the same number of items. */
  readonly law: string | null;
}

const mostBins = 24;

/**
 * Users by their number of items, in bins of whole numbers that grow evenly in the logarithm.
 *
 * @param matrix no empty rows, at least one entry
 */
export function userActivity({ rows, indptr }: SparseRows): UserActivity {
  const counts = Int32Array.from({ length: rows }, (_, user) => indptr[user + 1]! - indptr[user]!).sort();
  const [least, most] = [counts[0]!, counts[rows - 1]!];
  const median = (counts[Math.ceil(rows / 2) - 1]! + counts[Math.floor(rows / 2)]!) / 2;
  const law = least === most ? undefined : shiftedLognormalFit(counts);
  const standard = normal({ mean: 0, sd: 1 });
  const below = (count: number): number =>
    law === undefined || count - 0.5 <= law.loc
      ? 0
      : standard.cdf((Math.log(count - 0.5 - law.loc) - Math.log(law.scale)) / law.s);
  const edges = edgesOf(least, most + 1);
  const bins = edges.slice(1).map((to, k) => {
    const from = edges[k]!;
    return {
      from,
      to,
      users: counts.filter((count) => count >= from && count < to).length,
      expected: law === undefined ? null : rows * (below(to) - below(from)),
    };
  });
  const parameters =
    law === undefined
      ? null
      : `s ${law.s.toFixed(2)}, shift ${law.loc.toFixed(1)}, scale ${law.scale.toFixed(1)}`;
  return { median, most, bins, law: parameters };
}

function edgesOf(from: number, to: number): number[] {
  const edges = Array.from({ length: mostBins + 1 }, (_, k) =>
    Math.round(Math.exp(Math.log(from) + (Math.log(to / from) * k) / mostBins)),
  );
  return [...new Set(edges)];
}

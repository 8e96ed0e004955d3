import type { SparseRows } from '@synth/interactions';
import { shiftedLognormalFit } from '@synth/interactions/evaluate';

/** Users whose number of items is in (from, to): edges lie halfway between whole numbers. */
export interface ActivityBin {
  readonly from: number;
  readonly to: number;
  readonly users: number;
  /** Users by the width of the bin in doublings, so that bins of different widths compare. */
  readonly perDoubling: number;
}

/** A point of a curve. */
export interface ActivityPoint {
  readonly items: number;
  readonly perDoubling: number;
}

/** How many items users have. */
export interface UserActivity {
  readonly median: number;
  readonly most: number;
  readonly bins: readonly ActivityBin[];
  /** The shifted lognormal; null where all users have the same number of items. */
  readonly law: { readonly parameters: string; readonly curve: readonly ActivityPoint[] } | null;
}

const mostBins = 24;
const curvePoints = 80;

/**
 * Users by their number of items, in bins that grow evenly in the logarithm, and the density of the fitted law on the
 * same scale.
 *
 * @param matrix no empty rows, at least one entry
 */
export function userActivity({ rows, indptr }: SparseRows): UserActivity {
  const counts = Int32Array.from({ length: rows }, (_, user) => indptr[user + 1]! - indptr[user]!).sort();
  const [least, most] = [counts[0]!, counts[rows - 1]!];
  const edges = edgesOf(least - 0.5, most + 0.5, Math.min(mostBins, Math.ceil(2 * Math.cbrt(rows))));
  const bins = edges.slice(1).map((to, k) => {
    const from = edges[k]!;
    const users = counts.filter((count) => count > from && count < to).length;
    return { from, to, users, perDoubling: users / Math.log2(to / from) };
  });
  return {
    median: (counts[Math.ceil(rows / 2) - 1]! + counts[Math.floor(rows / 2)]!) / 2,
    most,
    bins,
    law: least === most ? null : lawOf(counts, edges[0]!, edges.at(-1)!),
  };
}

function lawOf(counts: Int32Array, from: number, to: number): UserActivity['law'] {
  const { s, loc, scale } = shiftedLognormalFit(counts);
  const curve = Array.from({ length: curvePoints }, (_, k) => {
    const items = from * Math.exp((Math.log(to / from) * k) / (curvePoints - 1));
    const z = items > loc ? (Math.log(items - loc) - Math.log(scale)) / s : Number.NEGATIVE_INFINITY;
    const density = items > loc ? Math.exp(-0.5 * z * z) / ((items - loc) * s * Math.sqrt(2 * Math.PI)) : 0;
    // The density of log2 x is x ln 2 times that of x.
    return { items, perDoubling: counts.length * density * items * Math.LN2 };
  });
  return {
    parameters: `s ${s.toFixed(2)}, shift ${loc.toFixed(1)}, scale ${scale.toFixed(1)}`,
    curve,
  };
}

/** Edges halfway between whole numbers, as evenly in the logarithm as these allow. */
function edgesOf(from: number, to: number, bins: number): number[] {
  const edges = Array.from(
    { length: bins + 1 },
    (_, k) => Math.round(from * Math.exp((Math.log(to / from) * k) / bins) + 0.5) - 0.5,
  );
  return [...new Set(edges)];
}

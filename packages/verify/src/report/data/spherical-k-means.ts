import type { Seed } from '@synth/core';
import { streams } from '@synth/core';

const rounds = 30;
const starts = 4;

/**
 * Spherical k-means: directions of the places to the nearest of k centres, from seeded k-means++ starts, the tightest
 * of four. Places of NaN have no cluster (-1).
 *
 * @param places `axes` numbers a row
 */
export function sphericalKMeans(
  places: Float64Array,
  options: { readonly axes: number; readonly clusters: number; readonly seed: Seed },
): { readonly clusterOf: Int32Array; readonly centres: Float64Array } {
  const { axes, clusters, seed } = options;
  const points = directions(places, axes);
  const size = places.length / axes;
  const present = Array.from({ length: size }, (_, i) => i).filter((i) => !Number.isNaN(points[i * axes]));
  let best = { clusterOf: new Int32Array(size).fill(-1), centres: new Float64Array(0), tightness: -Infinity };
  for (let start = 0; start < starts; start++) {
    const rng = streams({ seed, dataset: 'report' }).stream('centres').at(start);
    const centres = new Float64Array(clusters * axes);
    const gaps = new Float64Array(size).fill(1);
    for (let c = 0; c < clusters; c++) {
      const sum = present.reduce((total, i) => total + gaps[i]!, 0);
      let left = rng.nextF64() * sum;
      const chosen = present.find((i) => (left -= gaps[i]!) < 0) ?? present[0]!;
      centres.set(points.subarray(chosen * axes, (chosen + 1) * axes), c * axes);
      for (const i of present) {
        const gap = 1 - cosine(points, i, centres, c, axes);
        gaps[i] = Math.max(0, c === 0 ? gap : Math.min(gaps[i]!, gap));
      }
    }
    const clusterOf = new Int32Array(size).fill(-1);
    for (let round = 0; round < rounds; round++) {
      for (const i of present) clusterOf[i] = nearestCentre(points, i, centres, axes);
      centres.fill(0);
      for (const i of present)
        for (let j = 0; j < axes; j++) centres[clusterOf[i]! * axes + j]! += points[i * axes + j]!;
      centres.set(directions(centres, axes));
    }
    const tightness = present.reduce((sum, i) => sum + cosine(points, i, centres, clusterOf[i]!, axes), 0);
    if (tightness > best.tightness) best = { clusterOf, centres, tightness };
  }
  return best;
}

/** Of each place the nearest centre by direction; -1 for NaN. */
export function nearestCentres(places: Float64Array, centres: Float64Array, axes: number): Int32Array {
  const points = directions(places, axes);
  return Int32Array.from({ length: places.length / axes }, (_, i) =>
    Number.isNaN(points[i * axes]) ? -1 : nearestCentre(points, i, centres, axes),
  );
}

function nearestCentre(points: Float64Array, i: number, centres: Float64Array, axes: number): number {
  let nearest = 0;
  for (let c = 1; c < centres.length / axes; c++)
    if (cosine(points, i, centres, c, axes) > cosine(points, i, centres, nearest, axes)) nearest = c;
  return nearest;
}

function cosine(points: Float64Array, i: number, centres: Float64Array, c: number, axes: number): number {
  let dot = 0;
  for (let j = 0; j < axes; j++) dot += points[i * axes + j]! * centres[c * axes + j]!;
  return dot;
}

/** Rows of length 1; rows of zeros stay. */
function directions(places: Float64Array, axes: number): Float64Array {
  const out = places.slice();
  for (let at = 0; at < out.length; at += axes) {
    let squares = 0;
    for (let j = 0; j < axes; j++) squares += out[at + j]! * out[at + j]!;
    if (squares > 0) for (let j = 0; j < axes; j++) out[at + j]! /= Math.sqrt(squares);
  }
  return out;
}

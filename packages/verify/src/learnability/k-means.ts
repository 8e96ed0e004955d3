import type { Rng } from '@synth/core';
import { nextBelow } from '@synth/core';

/** Points by rows, `width` numbers each. */
export interface Points {
  readonly values: Float64Array;
  readonly size: number;
  readonly width: number;
}

/** How long to look for clusters. */
export interface KMeansOptions {
  /** Random beginnings, of which the best result counts. @defaultValue 10 */
  readonly restarts?: number;
  /** @defaultValue 100 */
  readonly maxSteps?: number;
}

/**
 * Clusters of least squared distance to their means, by Lloyd's steps from beginnings that are drawn far from each other
 * (k-means++: Arthur and Vassilvitskii, SODA 2007). Returns the cluster of each point, 0 to k - 1.
 *
 * @param k at most as many as points
 */
export function kMeans(points: Points, k: number, rng: Rng, options: KMeansOptions = {}): Int32Array {
  const { restarts = 10, maxSteps = 100 } = options;
  let best = new Int32Array(points.size);
  let least = Number.POSITIVE_INFINITY;
  for (let restart = 0; restart < restarts; restart++) {
    const centres = beginning(points, k, rng);
    const labels = new Int32Array(points.size);
    let cost = assign(points, centres, labels);
    for (let step = 1; step < maxSteps; step++) {
      moveToMeans(points, centres, labels);
      const next = assign(points, centres, labels);
      if (next >= cost) break;
      cost = next;
    }
    if (cost < least) [best, least] = [labels, cost];
  }
  return best;
}

/** Points, each drawn with probability proportional to its squared distance to those before. */
function beginning({ values, size, width }: Points, k: number, rng: Rng): Float64Array {
  const centres = new Float64Array(k * width);
  const distances = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  let chosen = nextBelow(rng, size);
  for (let c = 0; c < k; c++) {
    centres.set(values.subarray(chosen * width, (chosen + 1) * width), c * width);
    let total = 0;
    for (let point = 0; point < size; point++) {
      distances[point] = Math.min(
        distances[point]!,
        squaredDistance(values, point * width, centres, c * width, width),
      );
      total += distances[point]!;
    }
    let rest = rng.nextF64() * total;
    chosen = 0;
    while (chosen < size - 1 && rest >= distances[chosen]!) rest -= distances[chosen++]!;
  }
  return centres;
}

/** Gives each point to its nearest centre; returns the sum of squared distances. */
function assign({ values, size, width }: Points, centres: Float64Array, labels: Int32Array): number {
  const k = centres.length / width;
  let cost = 0;
  for (let point = 0; point < size; point++) {
    let nearest = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++) {
      const distance = squaredDistance(values, point * width, centres, c * width, width);
      if (distance < nearest) {
        nearest = distance;
        labels[point] = c;
      }
    }
    cost += nearest;
  }
  return cost;
}

/** Centres become the means of their points; those without any stay. */
function moveToMeans({ values, size, width }: Points, centres: Float64Array, labels: Int32Array): void {
  const counts = new Int32Array(centres.length / width);
  const sums = new Float64Array(centres.length);
  for (let point = 0; point < size; point++) {
    const c = labels[point]!;
    counts[c]!++;
    for (let f = 0; f < width; f++) sums[c * width + f]! += values[point * width + f]!;
  }
  counts.forEach((count, c) => {
    if (count === 0) return;
    for (let f = 0; f < width; f++) centres[c * width + f] = sums[c * width + f]! / count;
  });
}

function squaredDistance(a: Float64Array, at: number, b: Float64Array, from: number, width: number): number {
  let sum = 0;
  for (let f = 0; f < width; f++) {
    const difference = a[at + f]! - b[from + f]!;
    sum += difference * difference;
  }
  return sum;
}

/**
 * How far two partitions of the same things agree, corrected for chance: 1 when they are the same, about 0 when one says
 * nothing of the other (adjusted Rand index: Hubert and Arabie, Journal of Classification 1985). 1 where neither divides
 * anything.
 *
 * @param a the class of each thing
 * @param b the other class of each thing
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const together = counts(a.length, (i) => `${a[i]} ${b[i]}`);
  const first = pairs(counts(a.length, (i) => a[i]!));
  const second = pairs(counts(a.length, (i) => b[i]!));
  const expected = (first * second) / ((a.length * (a.length - 1)) / 2);
  const most = (first + second) / 2;
  return most === expected ? 1 : (pairs(together) - expected) / (most - expected);
}

/**
 * The share of things whose class is the most frequent of their cluster, in (0, 1].
 *
 * @param clusters the cluster of each thing
 * @param classes the class of each thing
 */
export function purity(clusters: ArrayLike<number>, classes: ArrayLike<number>): number {
  const largest = new Map<number, number>();
  for (const [key, count] of counts(clusters.length, (i) => `${clusters[i]} ${classes[i]}`)) {
    const cluster = Number.parseInt(key, 10);
    largest.set(cluster, Math.max(largest.get(cluster) ?? 0, count));
  }
  let hits = 0;
  for (const count of largest.values()) hits += count;
  return hits / clusters.length;
}

function counts<Key>(size: number, keyOf: (index: number) => Key): Map<Key, number> {
  const found = new Map<Key, number>();
  for (let i = 0; i < size; i++) found.set(keyOf(i), (found.get(keyOf(i)) ?? 0) + 1);
  return found;
}

/** Pairs of things within classes of these sizes. */
function pairs(sizes: ReadonlyMap<unknown, number>): number {
  let sum = 0;
  for (const size of sizes.values()) sum += (size * (size - 1)) / 2;
  return sum;
}

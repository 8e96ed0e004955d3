/** Vectors of one width, one after the other, and what is known of each. */
export interface LabelledVectors {
  readonly width: number;
  /** Of unit length. */
  readonly values: Float32Array;
  /** Of each vector: a number of its category; -1 where unknown. */
  readonly categories: ArrayLike<number>;
  /** Of each vector: a number of its category and colour together; -1 where one is unknown. */
  readonly colours: ArrayLike<number>;
}

const neighbours = 10;

/**
 * The geometry of embeddings (T30) over all pairs of vectors: mean and least cosine; mean cosine within a category less
 * that between; the share of the 10 nearest that have the same category, and the same category and colour; the skewness
 * of how often a vector is among the 10 nearest of others; the intrinsic dimension by TwoNN (Facco et al., Scientific
 * Reports 2017), n / sum ln(r2 / r1) of Euclidean distances to the two nearest.
 *
 * O(n^2 width). NaN where there are too few vectors, or no two categories with two vectors.
 */
export function embeddingGeometry(vectors: LabelledVectors): Record<string, number> {
  const { width, values, categories, colours } = vectors;
  const n = width === 0 ? 0 : values.length / width;
  const near = nearest(vectors, n);
  return {
    meanCosine: meanCosine(values, width, n),
    minCosine: near.least,
    intraInterGap: intraInterGap(vectors, n),
    categoryPurity: purity(near.ids, categories, n),
    colourPurity: purity(near.ids, colours, n),
    neighbourSkew: n > neighbours ? skewness(near.ids, n) : Number.NaN,
    twoNnDimension: near.dimension,
  };
}

function lengthSquared(sum: Float64Array): number {
  return sum.reduce((total, one) => total + one * one, 0);
}

function meanCosine(values: Float32Array, width: number, n: number): number {
  if (n < 2) return Number.NaN;
  const sum = new Float64Array(width);
  values.forEach((value, at) => (sum[at % width]! += value));
  return (lengthSquared(sum) - n) / (n * (n - 1));
}

/** Mean cosine of pairs of one category, less that of pairs of two. */
function intraInterGap({ width, values, categories }: LabelledVectors, n: number): number {
  const sums = new Map<number, { sum: Float64Array; count: number }>();
  const whole = new Float64Array(width);
  let known = 0;
  for (let row = 0; row < n; row++) {
    const category = categories[row]!;
    if (category < 0) continue;
    known++;
    const one = sums.get(category) ?? { sum: new Float64Array(width), count: 0 };
    sums.set(category, one);
    one.count++;
    for (let at = 0; at < width; at++) {
      one.sum[at]! += values[row * width + at]!;
      whole[at]! += values[row * width + at]!;
    }
  }
  let within = 0;
  let withinPairs = 0;
  for (const { sum, count } of sums.values()) {
    within += lengthSquared(sum) - count;
    withinPairs += count * (count - 1);
  }
  const allPairs = known * (known - 1);
  if (withinPairs === 0 || withinPairs === allPairs) return Number.NaN;
  const between = lengthSquared(whole) - known - within;
  return within / withinPairs - between / (allPairs - withinPairs);
}

interface Nearest {
  /** The nearest of each vector, ten a row, by descending cosine. */
  readonly ids: Int32Array;
  readonly least: number;
  readonly dimension: number;
}

function nearest({ width, values }: LabelledVectors, n: number): Nearest {
  const wide = Float64Array.from(values);
  const ids = new Int32Array(n * neighbours).fill(-1);
  const cosines = new Float64Array(n * neighbours).fill(-2);
  let least = 2;
  const offer = (row: number, other: number, cosine: number): void => {
    const start = row * neighbours;
    let at = start + neighbours - 1;
    if (cosine <= cosines[at]!) return;
    while (at > start && cosines[at - 1]! < cosine) {
      cosines[at] = cosines[at - 1]!;
      ids[at] = ids[at - 1]!;
      at--;
    }
    cosines[at] = cosine;
    ids[at] = other;
  };
  const pair = (row: number, other: number, cosine: number): void => {
    if (row >= n || other >= row) return;
    if (cosine < least) least = cosine;
    offer(row, other, cosine);
    offer(other, row, cosine);
  };
  // Four vectors at a time: sums that do not wait for each other, and one look at the other side for all four.
  for (let first = 0; first < n; first += 4) {
    const startOf = (row: number): number => Math.min(row, n - 1) * width;
    const [a, b, c, d] = [
      startOf(first),
      startOf(first + 1),
      startOf(first + 2),
      startOf(first + 3),
    ] as const;
    for (let other = 0; other < Math.min(first + 4, n); other++) {
      const start = other * width;
      let [withA, withB, withC, withD] = [0, 0, 0, 0];
      for (let at = 0; at < width; at++) {
        const value = wide[start + at]!;
        withA += value * wide[a + at]!;
        withB += value * wide[b + at]!;
        withC += value * wide[c + at]!;
        withD += value * wide[d + at]!;
      }
      pair(first, other, withA);
      pair(first + 1, other, withB);
      pair(first + 2, other, withC);
      pair(first + 3, other, withD);
    }
  }
  return { ids, least: n < 2 ? Number.NaN : least, dimension: dimensionOf(cosines, n) };
}

/** Vectors that stand on each other say nothing of distances, and have no part. */
function dimensionOf(cosines: Float64Array, n: number): number {
  let sum = 0;
  let used = 0;
  for (let row = 0; row < n && n > 2; row++) {
    const [first, second] = [cosines[row * neighbours]!, cosines[row * neighbours + 1]!];
    // Of single precision: closer ones are the same.
    if (!(1 - first > 1e-6)) continue;
    sum += 0.5 * Math.log((1 - second) / (1 - first));
    used++;
  }
  return sum > 0 ? used / sum : Number.NaN;
}

function purity(ids: Int32Array, labels: ArrayLike<number>, n: number): number {
  let same = 0;
  let pairs = 0;
  for (let row = 0; row < n; row++) {
    if (labels[row]! < 0) continue;
    for (let at = row * neighbours; at < (row + 1) * neighbours; at++) {
      const other = ids[at]!;
      if (other < 0 || labels[other]! < 0) continue;
      pairs++;
      if (labels[other] === labels[row]) same++;
    }
  }
  return pairs === 0 ? Number.NaN : same / pairs;
}

function skewness(ids: Int32Array, n: number): number {
  const counts = new Float64Array(n);
  for (const id of ids) if (id >= 0) counts[id]!++;
  const mean = counts.reduce((sum, one) => sum + one, 0) / n;
  const moment = (order: (off: number) => number): number =>
    counts.reduce((sum, one) => sum + order(one - mean), 0) / n;
  const spread = Math.sqrt(moment((off) => off * off));
  return spread > 0 ? moment((off) => off * off * off) / (spread * spread * spread) : Number.NaN;
}

/**
 * The area under the ROC curve: of a random positive and a random negative row, how often the positive has the higher
 * score, ties counting half. Labels may be probabilities: then it is the expected area, each row counting as positive
 * with its probability and as negative with the rest. NaN where all rows are of one kind.
 *
 * @param scores higher for what is more likely positive
 * @param labels in [0, 1], one a score
 * @example
 * ```ts
 * rocArea([0.9, 0.8, 0.7, 0.1], [1, 0, 1, 0]); // => 0.75
 * rocArea([1, 2], [0.5, 0.5]); // => 0.5
 * ```
 */
export function rocArea(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const order = Uint32Array.from({ length: scores.length }, (_, i) => i);
  order.sort((a, b) => scores[a]! - scores[b]!);
  let below = 0;
  let won = 0;
  let all = 0;
  for (let start = 0; start < order.length;) {
    let positives = 0;
    let negatives = 0;
    let end = start;
    for (; end < order.length && scores[order[end]!] === scores[order[start]!]; end++) {
      positives += labels[order[end]!]!;
      negatives += 1 - labels[order[end]!]!;
    }
    won += positives * (below + negatives / 2);
    below += negatives;
    all += positives;
    start = end;
  }
  return won / (all * below);
}

/** The area under a ROC curve, and how sure it is. */
export interface RocAuc {
  /** The chance that a positive scores above a negative, ties counted half: .5 is chance, 1 perfect. */
  readonly auc: number;
  /** Standard error. */
  readonly error: number;
}

/**
 * The area under the ROC curve with the standard error of DeLong et al. (Biometrics 1988), from midranks (Sun and Xu,
 * IEEE SPL 2014). NaN where either class is empty; the error is 0 for a class of one.
 *
 * @param scores higher for what is more likely positive
 * @param positive 1 or 0 a score
 * @example
 * ```ts
 * rocAuc([0.9, 0.8, 0.7, 0.1], [1, 0, 1, 0]).auc; // => 0.75
 * ```
 */
export function rocAuc(scores: ArrayLike<number>, positive: ArrayLike<number>): RocAuc {
  const all = Float64Array.from(scores);
  const of = (wanted: number) => all.filter((_, row) => positive[row] === wanted);
  const [ones, zeros] = [of(1), of(0)];
  const [m, n] = [ones.length, zeros.length];
  const ranks = midranks(all);
  const components = (wanted: number, own: Float64Array, others: number): Float64Array => {
    const ownRanks = midranks(own);
    const above = ranks.filter((_, row) => positive[row] === wanted);
    return above.map((rank, row) => (rank - ownRanks[row]!) / others);
  };
  const wins = components(1, ones, n);
  const losses = components(0, zeros, m);
  return { auc: rocArea(scores, positive), error: Math.sqrt(variance(wins) / m + variance(losses) / n) };
}

/** Ranks from 1; equal values share the mean of theirs. */
function midranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let end = from + 1;
    while (end < order.length && values[order[end]!] === values[order[from]!]) end++;
    for (let at = from; at < end; at++) ranks[order[at]!] = (from + end + 1) / 2;
    from = end;
  }
  return ranks;
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function variance(values: Float64Array): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0) / (values.length - 1);
}

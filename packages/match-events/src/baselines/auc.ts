/** An area under the ROC curve with its 95% interval. */
export interface Auc {
  readonly auc: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The area under the ROC curve: of a random positive and a random negative row, how often the positive has the higher
 * score, ties counting half. Labels may be probabilities: then it is the expected area, each row counting as positive
 * with its probability and as negative with the rest.
 *
 * @returns NaN where all rows are of one kind
 */
export function aucOf(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
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

/**
 * The area with its interval by the variance of DeLong, DeLong and Clarke-Pearson (1988): auc +- z * sd, within 0..1.
 *
 * @param labels 0 or 1
 * @param z default 1.96: 95%
 */
export function aucWithInterval(scores: ArrayLike<number>, labels: ArrayLike<number>, z = 1.96): Auc {
  const positives: number[] = [];
  const negatives: number[] = [];
  for (let i = 0; i < scores.length; i++) (labels[i] === 1 ? positives : negatives).push(scores[i]!);
  const auc = aucOf(scores, labels);
  const sd = Math.sqrt(
    variance(placements(positives, negatives)) / positives.length +
      variance(placements(negatives, positives)) / negatives.length,
  );
  return { auc, low: Math.max(0, auc - z * sd), high: Math.min(1, auc + z * sd) };
}

/** Of each value, the share of the others that lie below it, ties counting half. */
function placements(values: readonly number[], others: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(others).sort();
  const place = (value: number, orEqual: boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return values.map((value) => (place(value, false) + place(value, true)) / 2 / sorted.length);
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
}

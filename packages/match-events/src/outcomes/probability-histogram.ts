const bins = 2000;

/** Probabilities gathered in bins: how many, and their sum. */
export class ProbabilityHistogram {
  readonly counts = new Float64Array(bins);
  readonly sums = new Float64Array(bins);

  add(probability: number): void {
    const bin = Math.min(bins - 1, Math.floor(probability * bins));
    this.counts[bin]!++;
    this.sums[bin]! += probability;
  }

  get total(): number {
    return this.counts.reduce((sum, count) => sum + count, 0);
  }

  get mean(): number {
    return this.sums.reduce((sum, value) => sum + value, 0) / this.total;
  }
}

/** A histogram and the share of events that are of its kind. */
export interface WeighedHistogram {
  readonly histogram: ProbabilityHistogram;
  readonly share: number;
}

/**
 * The area under the ROC curve of the best possible ranking: by the probability itself. Of a random accepted event and
 * a random rejected one, the probability that the accepted had the higher probability, ties counting half:
 * sum over pairs of p_i (1 - p_j) [p_i > p_j] over sum of p times sum of 1 - p. NaN where nothing can be told apart.
 */
export function bayesAuc(parts: readonly WeighedHistogram[]): number {
  const positives = new Float64Array(bins);
  const negatives = new Float64Array(bins);
  for (const { histogram, share } of parts) {
    const { total } = histogram;
    if (total === 0) continue;
    for (let bin = 0; bin < bins; bin++) {
      const sum = histogram.sums[bin]!;
      positives[bin]! += (share * sum) / total;
      negatives[bin]! += (share * (histogram.counts[bin]! - sum)) / total;
    }
  }
  let below = 0;
  let won = 0;
  let all = 0;
  for (let bin = 0; bin < bins; bin++) {
    won += positives[bin]! * (below + negatives[bin]! / 2);
    below += negatives[bin]!;
    all += positives[bin]!;
  }
  return won / (all * below);
}

/** The standard error of the mean of n values of this variance. */
export const standardErrorOfMean = (variance: number, n: number): number => Math.sqrt(variance / n);

/** The standard error of the share of successes in n trials of probability p. */
export const standardErrorOfShare = (p: number, n: number): number => Math.sqrt((p * (1 - p)) / n);

/** The distance of an estimate from what is expected, in standard errors. 0 where both agree exactly. */
export const zScore = (estimate: number, expected: number, standardError: number): number =>
  estimate === expected ? 0 : (estimate - expected) / standardError;

/** The relative difference of two travellers' budgets, to score; unknown (NaN) .5. Two budgets of 0 are alike. */
export function budgetScore(a: number, b: number): number {
  const most = Math.max(a, b);
  const apart = most === 0 ? 0 : Math.abs(a - b) / most;
  if (apart <= 0.1) return 1;
  if (apart <= 0.25) return 0.8;
  if (apart <= 0.5) return 0.6;
  return apart > 0.5 ? 0.4 : 0.5;
}

/** 1 - |a - b| / 40000, between 0 and 1; unknown .5. */
export function groupBudgetScore(a: number, b: number): number {
  const score = 1 - Math.abs(a - b) / 40_000;
  return Number.isNaN(score) ? 0.5 : Math.max(0, score);
}

/** The smaller budget over the larger; unknown .5. */
export function budgetRatio(a: number, b: number): number {
  const most = Math.max(a, b);
  const ratio = most === 0 ? 1 : Math.min(a, b) / most;
  return Number.isNaN(ratio) ? 0.5 : ratio;
}

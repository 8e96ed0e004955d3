/** The difference of ages in years, to score; unknown (NaN) .5. */
export function ageScore(years: number): number {
  if (years <= 2) return 1;
  if (years <= 5) return 0.9;
  if (years <= 10) return 0.7;
  if (years <= 15) return 0.5;
  if (years <= 25) return 0.3;
  if (years <= 40) return 0.1;
  return years > 40 ? 0.05 : 0.5;
}

/** The coarser steps of the reference rules; unknown (NaN) .5. */
export function referenceAgeScore(years: number): number {
  if (years <= 2) return 1;
  if (years <= 5) return 0.8;
  if (years <= 10) return 0.6;
  if (years <= 15) return 0.4;
  return years > 15 ? 0.2 : 0.5;
}

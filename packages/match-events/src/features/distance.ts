/** Kilometres to score; NaN is unknown. */
export function distanceScore(km: number): number {
  if (km <= 25) return 1;
  if (km <= 50) return 0.95;
  if (km <= 100) return 0.85;
  if (km <= 150) return 0.75;
  if (km <= 200) return 0.6;
  return km > 200 ? 0 : 0.5;
}

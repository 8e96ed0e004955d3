/**
 * The days that two stays share: the earlier end less the later start, at least 0. A stay is from the start of its
 * first day to the start of its last; NaN where a day is unknown.
 */
export function sharedDays(startA: number, endA: number, startB: number, endB: number): number {
  return Math.max(0, Math.min(endA, endB) - Math.max(startA, startB));
}

/** The share of a stay that is shared, to score; under one day 0, NaN (unknown) .5. */
export function dateOverlapScore(shared: number, stay: number): number {
  if (shared < 1) return 0;
  const ratio = shared / stay;
  if (ratio >= 0.8) return 1;
  if (ratio >= 0.5) return 0.9;
  if (ratio >= 0.3) return 0.8;
  if (ratio >= 0.2) return 0.6;
  if (ratio >= 0.1) return 0.3;
  return ratio < 0.1 ? 0.1 : 0.5;
}

/** The shared part of the shorter stay, at most 1; unknown .5. */
export function dateOverlapShare(shared: number, shorter: number): number {
  if (shared === 0) return 0;
  const share = Math.min(1, shared / shorter);
  return Number.isNaN(share) ? 0.5 : share;
}

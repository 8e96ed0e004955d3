import { unknownCode } from '../people/profiles';

const habitScores = [1, 0.6, 0.2];

/** Two habits on the scale never, sometimes, often: by the steps between them; unknown .5. */
export function habitScore(a: number, b: number): number {
  return a === unknownCode || b === unknownCode ? 0.5 : habitScores[Math.abs(a - b)]!;
}

const personalityScores = [1, 0.7, 0.4];

/** Two personalities on the scale introvert, ambivert, extrovert: by the steps between them; unknown .5. */
export function personalityScore(a: number, b: number): number {
  return a === unknownCode || b === unknownCode ? 0.5 : personalityScores[Math.abs(a - b)]!;
}

/** What the reference rules add for a value that two share, or do not; 0 where one is unknown. */
export function addedFor(a: number, b: number, same: number, other: number): number {
  if (a === unknownCode || b === unknownCode) return 0;
  return a === b ? same : other;
}

/** Two origins (nationality, religion): the same 1, others .5; unknown .5. */
export const originScore = (a: number, b: number): number => (a === b && a !== unknownCode ? 1 : 0.5);

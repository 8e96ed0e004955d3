import type { Judged } from '../../realism/judged';

/** How many of the figures that have a band lie in it. */
export function inBandCount(figures: readonly Judged[]): {
  readonly inside: number;
  readonly judged: number;
} {
  const inside = figures.filter(({ verdict }) => verdict === 'in').length;
  return { inside, judged: inside + figures.filter(({ verdict }) => verdict === 'out').length };
}

/** The same in words, for captions. */
export function inBandText(figures: readonly Judged[]): string {
  const { inside, judged } = inBandCount(figures);
  return judged === 0 ? 'There are no bands for these figures' : `${inside} of ${judged} are in band`;
}

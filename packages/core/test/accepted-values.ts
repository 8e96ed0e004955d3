import type { Rng } from '../src/random/rng';

/** Thrown out of a sampler that asks for a second pair of numbers: its first was rejected. */
const rejected = Symbol('rejected');

/**
 * The values that a rejection sampler of two numbers a try accepts at once, over the points of Roberts's R2 sequence
 * (2018), which cover the unit square far more evenly than random ones: shares come out to a few parts in 10^5, so that
 * an error of a hat or of a squeeze shows that a random sample would hide.
 */
export function acceptedValues(draw: (rng: Rng) => number, points: number): Map<number, number> {
  const counts = new Map<number, number>();
  let asked = 0;
  let index = 0;
  const rng: Rng = {
    nextF64() {
      if (asked === 2) throw rejected;
      const step = asked++ === 0 ? 0.7548776662466927 : 0.5698402909980532;
      const position = 0.5 + index * step;
      return position - Math.floor(position);
    },
    nextI32: () => 0,
    nextU32: () => 0,
    getState: () => [0, 0, 0, 0],
    setState: () => undefined,
  };
  for (; index < points; index++) {
    asked = 0;
    try {
      const value = draw(rng);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    } catch (error) {
      if (error !== rejected) throw error;
    }
  }
  return counts;
}

/** The greatest difference between the shares of accepted values and their probabilities. */
export function greatestDifference(
  counts: Map<number, number>,
  probability: (value: number) => number,
): number {
  const accepted = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return Math.max(...[...counts].map(([value, count]) => Math.abs(count / accepted - probability(value))));
}

import type { Decisions } from './decisions';

/** How often each person decides and says yes, or is decided about and gets one. */
export interface Rates {
  readonly yes: Float64Array;
  readonly all: Float64Array;
}

/** Of each person as seeker, and as the other. */
export function ratesOf({ people, seekers, others, yes }: Decisions): {
  readonly given: Rates;
  readonly received: Rates;
} {
  const rates = (): Rates => ({ yes: new Float64Array(people), all: new Float64Array(people) });
  const [given, received] = [rates(), rates()];
  for (let row = 0; row < yes.length; row++) {
    given.all[seekers[row]!]!++;
    given.yes[seekers[row]!]! += yes[row]!;
    received.all[others[row]!]!++;
    received.yes[others[row]!]! += yes[row]!;
  }
  return { given, received };
}

/** Pearson's correlation. NaN of fewer than two values, or where one does not vary. */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  let [sumX, sumY] = [0, 0];
  for (let i = 0; i < n; i++) {
    sumX += x[i]!;
    sumY += y[i]!;
  }
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [x[i]! - sumX / n, y[i]! - sumY / n];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

import type { Rng } from '../../random/rng';
import { logPoisson } from './saddle-point';

/** Below this mean, inversion from 0 up is faster than rejection. */
const smallMean = 10;

/** A Poisson value of this mean, 0 or more. Under a mean of 10 one double, above 2.2 to 2.7 on average. */
export function drawPoisson(rng: Rng, mean: number): number {
  return mean < smallMean ? searchPoisson(rng, mean, Math.exp(-mean)) : rejectPoisson(rng, mean);
}

/** The same for a mean that is known beforehand. */
export function poissonOf(mean: number): (rng: Rng) => number {
  if (mean >= smallMean) return (rng) => rejectPoisson(rng, mean);
  const none = Math.exp(-mean);
  return (rng) => searchPoisson(rng, mean, none);
}

/** Sequential search: the first k whose distribution function is above a uniform value. `none` is exp(-mean). */
function searchPoisson(rng: Rng, mean: number, none: number): number {
  let left = rng.nextF64();
  let probability = none;
  let k = 0;
  // Past 100 all that is left of a mean below 10 is rounding.
  while (left >= probability && k < 100) {
    left -= probability;
    k++;
    probability *= mean / k;
  }
  return k;
}

/** Hörmann's transformed rejection with squeeze, PTRS ("The transformed rejection method ...", 1993), mean >= 10. */
function rejectPoisson(rng: Rng, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = rng.nextF64() - 0.5;
    const v = 1 - rng.nextF64();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + mean + 0.43);
    if (edge >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (edge < 0.013 && v > edge)) continue;
    const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    if (Math.log((v * inverseAlpha) / (a / (edge * edge) + b)) <= logPoisson(k, mean)) return k;
  }
}

import type { Rng } from '../../random/rng';
import { standardExponential } from './standard-exponential';
import { standardNormal } from './standard-normal';

/**
 * A draw function for the gamma distribution of this shape and scale 1.
 *
 * Shape 1 and above: Marsaglia and Tsang, "A simple method for generating gamma variables" (2000). Below 1 their
 * boost, a gamma value of shape + 1 times U^(1 / shape); the power is exp(-E / shape) with E exponential.
 */
export function standardGamma(shape: number): (rng: Rng) => number {
  if (shape === 1) return standardExponential;
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  if (shape > 1) return (rng) => marsagliaTsang(rng, d, c);
  const inverse = 1 / shape;
  return (rng) => marsagliaTsang(rng, d, c) * Math.exp(-standardExponential(rng) * inverse);
}

/** The logarithm of such a value, which does not underflow at small shapes. The same draws. */
export function logStandardGamma(shape: number): (rng: Rng) => number {
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  if (shape >= 1) return (rng) => Math.log(marsagliaTsang(rng, d, c));
  const inverse = 1 / shape;
  return (rng) => Math.log(marsagliaTsang(rng, d, c)) - standardExponential(rng) * inverse;
}

/** A gamma value of shape d + 1/3, with c = 1 / sqrt(9 d). At least 95 % of tries are taken. */
function marsagliaTsang(rng: Rng, d: number, c: number): number {
  for (;;) {
    const x = standardNormal(rng);
    const t = 1 + c * x;
    if (t <= 0) continue;
    const v = t * t * t;
    const u = 1 - rng.nextF64();
    const xx = x * x;
    if (u < 1 - 0.0331 * xx * xx || Math.log(u) < 0.5 * xx + d * (1 - v + Math.log(v))) return d * v;
  }
}

import { exp } from '../../math/exp';
import type { Rng } from '../../random/rng';
import { standardExponential } from './standard-exponential';
import { standardNormal } from './standard-normal';

/** Below this shape Ahrens and Dieter's algorithm is the faster one. */
export const smallShape = 0.25;

/** A draw function for the gamma distribution of this shape and scale 1. */
export function standardGamma(shape: number): (rng: Rng) => number {
  const inverse = 1 / shape;
  if (shape < smallShape) {
    const offset = ahrensDieterOffset(shape);
    return (rng) => ahrensDieter(rng, shape, inverse, offset);
  }
  const { d, c } = marsagliaTsangConstants(shape);
  return shape < 1
    ? (rng) => marsagliaTsang(rng, d, c) * exp(-standardExponential(rng) * inverse)
    : (rng) => marsagliaTsang(rng, d, c);
}

/** The logarithm of a gamma value of scale 1: of a small shape it does not underflow, as the value does. */
export function logStandardGamma(shape: number): (rng: Rng) => number {
  const { d, c } = marsagliaTsangConstants(shape);
  const inverse = 1 / shape;
  return shape < 1
    ? (rng) => Math.log(marsagliaTsang(rng, d, c)) - standardExponential(rng) * inverse
    : (rng) => Math.log(marsagliaTsang(rng, d, c));
}

/** Below shape 1 those of shape + 1: times U^(1 / shape), which is exp(-E / shape), its value has the smaller shape. */
function marsagliaTsangConstants(shape: number): { d: number; c: number } {
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  return { d, c: 1 / Math.sqrt(9 * d) };
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables" (2000). At least 95 % of tries are taken. */
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

/** What {@link ahrensDieter} takes off its first exponential value. */
export const ahrensDieterOffset = (shape: number): number => Math.log1p(shape / Math.E);

/**
 * A gamma value of a shape below 1, by Ahrens and Dieter's algorithm GS (1974): with probability e / (e + shape) the
 * proposal is exp(-E / shape), E exponential, which is below 1, and taken with probability exp(-proposal).
 *
 * An exponential value is above `offset` = ln(1 + shape / e) with just that probability, and what it is above by is
 * exponential again: it makes the choice and serves as E. Below a shape of 1/4 over 83 % of tries are taken.
 */
export function ahrensDieter(rng: Rng, shape: number, inverse: number, offset: number): number {
  for (;;) {
    const excess = standardExponential(rng) - offset;
    if (excess < 0) {
      const above = aboveOne(rng, shape);
      if (above > 0) return above;
      continue;
    }
    const below = exp(-excess * inverse);
    const u = rng.nextF64();
    // 1 - x <= exp(-x): most proposals need no second exponential function.
    if (u < 1 - below || u < Math.exp(-below)) return below;
  }
}

/** The other proposal, 1 + E, taken with probability proposal^(shape - 1); 0 where it is not. */
function aboveOne(rng: Rng, shape: number): number {
  const above = 1 + standardExponential(rng);
  return standardExponential(rng) >= (1 - shape) * Math.log(above) ? above : 0;
}

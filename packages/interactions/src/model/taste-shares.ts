import type { Rng } from '@synth/core';
import { dirichlet, exponential, powr } from '@synth/core';

/** Writes a user's shares of the groups to `out`; they add up to 1. */
export type TasteShares = (rng: Rng, out: Float64Array) => void;

/** Concentrations whose gamma values are looked up; for others, core's Dirichlet distribution draws them. */
const leastLookedUp = 0.02;
const mostLookedUp = 1;

/** Cells of equal probability: the upper bits of a word pick one, the others a place in it. */
const cells = 4096;
const placeBits = 20;
const places = 1 << placeBits;

/**
 * Shares of a Dirichlet distribution with equal parameters: gamma values over their sum.
 *
 * Every user has a value a group, so gamma values are looked up in a table of their quantiles: its distribution function
 * is exact at 4,096 points of equal probability, straight between them (off by an eighth of a cell's probability at the
 * most, 0.00003: less than a million users show), and exact beyond the last.
 */
export function tasteShares(concentration: number, groups: number): TasteShares {
  if (concentration < leastLookedUp || concentration >= mostLookedUp) {
    const shares = dirichlet({ alpha: Array.from({ length: groups }, () => concentration) });
    return (rng, out) => {
      shares.fill(rng, out);
    };
  }
  const { quantiles, last } = gammaQuantiles(concentration);
  const beyond = tailOf(concentration, last);
  return (rng, out) => {
    let sum = 0;
    for (let group = 0; group < groups; group++) {
      const word = rng.nextI32();
      const cell = word >>> placeBits;
      const value =
        cell < cells - 1
          ? quantiles[2 * cell]! + (word & (places - 1)) * quantiles[2 * cell + 1]!
          : beyond(rng);
      out[group] = value;
      sum += value;
    }
    const factor = 1 / sum;
    for (let group = 0; group < groups; group++) out[group] = out[group]! * factor;
  };
}

/** The least value of each cell but the last and what a place of it is wide, in turn; and where the last begins. */
function gammaQuantiles(shape: number): { quantiles: Float64Array; last: number } {
  // y = x^shape has the density exp(-y^(1 / shape)), which is smooth where that of x has a pole.
  const steps = 2 ** 14;
  const step = powr(farthest, shape) / steps;
  const masses = new Float64Array(steps);
  let total = 0;
  for (let i = 0; i < steps; i++) total += masses[i] = Math.exp(-powr((i + 0.5) * step, 1 / shape));
  const knots = new Float64Array(cells);
  for (let cell = 1, i = 0, below = 0; cell < cells; cell++) {
    const wanted = (cell / cells) * total;
    while (below + masses[i]! < wanted) below += masses[i++]!;
    knots[cell] = powr((i + (wanted - below) / masses[i]!) * step, 1 / shape);
  }
  const quantiles = new Float64Array(2 * (cells - 1));
  for (let cell = 0; cell < cells - 1; cell++) {
    quantiles[2 * cell] = knots[cell]!;
    quantiles[2 * cell + 1] = (knots[cell + 1]! - knots[cell]!) / places;
  }
  return { quantiles, last: knots[cells - 1]! };
}

/** No gamma value of a shape below 1 is greater, but with a probability below 10^-17. */
const farthest = 40;

/** Draws of a gamma distribution beyond `from`: exponential ones, taken as often as its density falls faster. */
function tailOf(shape: number, from: number): (rng: Rng) => number {
  const unit = exponential({ rate: 1 });
  return (rng) => {
    for (;;) {
      const value = from + unit.draw(rng);
      if (rng.nextF64() < powr(value / from, shape - 1)) return value;
    }
  };
}

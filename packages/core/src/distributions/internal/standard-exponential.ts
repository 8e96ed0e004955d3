import type { Rng } from '../../random/rng';

/** -ln(1 - U): an exponential value of rate 1, in [0, 36.8). 2 draws of 32 bits. */
export function standardExponential(rng: Rng): number {
  return -Math.log(1 - rng.nextF64());
}

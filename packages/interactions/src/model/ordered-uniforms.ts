import type { Rng } from '@synth/core';
import { exponential } from '@synth/core';

const unit = exponential({ rate: 1 });

/**
 * Writes `count` uniform numbers in [0, 1] to the front of `out`, ascending, without a sort: their distances are those
 * of `count` + 1 exponential arrivals over the last (Devroye 1986, V.2). `out` needs room for one number more.
 */
export function orderedUniforms(rng: Rng, out: Float64Array, count: number): void {
  unit.fill(rng, out, count + 1);
  for (let i = 1; i <= count; i++) out[i] = out[i - 1]! + out[i]!;
  const share = 1 / out[count]!;
  for (let i = 0; i < count; i++) out[i] = out[i]! * share;
}

import { powr } from '@synth/core';

/** Bits of a fraction that pick a step of an octave, and of those behind them, which say how far into it. */
const stepBits = 10;
const restBits = 10;
const steps = 1 << stepBits;

/** Exponents of 2 of a double that is not zero, subnormal or infinite lie within [-1022, 1023]. */
const bias = 1023;

/**
 * x^exponent for finite x >= 0 and one exponent for all, out of a table: for loops, where a power by its logarithm takes
 * ten times as long. To a relative 4 x 10^-6 for exponents in [-2, 2]; x below 2^-1022 counts as that.
 */
export function fixedPower(exponent: number): (x: number) => number {
  // 2^(k x exponent) for each exponent k of 2, and (1 + i / steps)^exponent with the slope to the next.
  const ofOctave = Float64Array.from({ length: 2 * bias + 1 }, (_, k) => powr(2, (k - bias) * exponent));
  const inOctave = new Float64Array(2 * steps);
  const step = (i: number): number => powr(1 + i / steps, exponent);
  for (let i = 0; i < steps; i++) {
    inOctave[2 * i] = step(i);
    inOctave[2 * i + 1] = (step(i + 1) - step(i)) / (1 << restBits);
  }
  const words = new DataView(new ArrayBuffer(8));
  return (x) => {
    words.setFloat64(0, x);
    // Sign, exponent and the first 20 bits of the fraction.
    const word = Math.max(1 << 20, words.getInt32(0));
    const at = 2 * ((word >> restBits) & (steps - 1));
    const rest = word & ((1 << restBits) - 1);
    return ofOctave[word >> 20]! * (inOctave[at]! + rest * inOctave[at + 1]!);
  };
}

/** Parts of an octave in the table, and the greatest exponent of 2 in the other. */
const parts = 64;
const greatestPower = 1023;

/** ln 2 / 64 in two parts: the first has 34 bits, so that its product with a whole number below 2^17 is exact. */
const stepHigh = 0.010830424695996044;
const stepLow = 2.5310172166650877e-13;
const inverseStep = 92.33248261689366;

/** Adding and taking it off again rounds a number below 2^51 to the nearest whole one. */
const rounder = 6755399441055744;

const octave = /* @__PURE__ */ Float64Array.from({ length: parts }, (_, i) =>
  Math.exp((i * Math.LN2) / parts),
);
const powers = /* @__PURE__ */ powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2 * greatestPower + 1);
  powers[greatestPower] = 1;
  for (let i = 1; i <= greatestPower; i++) {
    powers[greatestPower + i] = 2 * powers[greatestPower + i - 1]!;
    powers[greatestPower - i] = 0.5 * powers[greatestPower - i + 1]!;
  }
  return powers;
}

/**
 * exp(x) for loops: a table and a short polynomial (Tang 1989), which the engine inlines where it calls a function for
 * `Math.exp`. Within 2 units of the last digit of it.
 */
export function exp(x: number): number {
  if (!(x > -700 && x < 700)) return Math.exp(x);
  const n = x * inverseStep + rounder - rounder;
  const r = x - n * stepHigh - n * stepLow;
  const whole = n | 0;
  const tail =
    r + r * r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * 0.008333333333333333)));
  const part = octave[whole & 63]!;
  return (part + part * tail) * powers[(whole >> 6) + greatestPower]!;
}

import { powr } from './powr';

/** Terms added one by one before the Euler-Maclaurin formula takes over. */
const direct = 30;

/**
 * 1^-s + 2^-s + ... + n^-s (a generalised harmonic number) for any finite s, in constant time: the first terms one by
 * one, the others by the Euler-Maclaurin formula. Relative error about 1e-14.
 */
export function powerSum(n: number, s: number): number {
  let sum = 0;
  const first = Math.min(n, direct);
  for (let k = 1; k <= first; k++) sum += powr(k, -s);
  if (n <= direct) return sum;
  const end = (x: number): number => {
    const value = powr(x, -s);
    // B_2j / (2j)! times the derivatives of order 2j - 1 of x^-s.
    let derivative = (-s * value) / x;
    let correction = derivative / 12;
    derivative *= ((s + 1) * (s + 2)) / (x * x);
    correction -= derivative / 720;
    derivative *= ((s + 3) * (s + 4)) / (x * x);
    correction += derivative / 30240;
    derivative *= ((s + 5) * (s + 6)) / (x * x);
    return correction - derivative / 1209600 + value / 2;
  };
  return sum + integral(direct, n, s) + end(n) - end(direct);
}

/** The integral of x^-s from a to b. */
function integral(a: number, b: number, s: number): number {
  const logRatio = Math.log(b / a);
  const t = (1 - s) * logRatio;
  // (b^(1-s) - a^(1-s)) / (1 - s), as expm1 where the exponent is near 0.
  return powr(a, 1 - s) * (t === 0 ? logRatio : (Math.expm1(t) / t) * logRatio);
}

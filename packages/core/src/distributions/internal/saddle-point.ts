/**
 * Loader's saddle-point form of the Poisson and binomial probabilities ("Fast and accurate computation of binomial
 * probabilities", 2000): no difference of large logarithms, so that the digits hold at any size.
 */

/** ln(n!) - ln(sqrt(2 pi n) (n / e)^n) for n = 0 (taken as 0) to 15. */
const errors = [
  0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093, 0.016644691189821193,
  0.013876128823070748, 0.01189670994589177, 0.010411265261972096, 0.009255462182712733, 0.00833056343336287,
  0.00757367548795184, 0.00694284010720953, 0.006408994188004207, 0.0059513701127588475, 0.005554733551962801,
];

/** The error of Stirling's formula for ln(n!). */
function stirlingError(n: number): number {
  if (n < 16) return errors[n]!;
  const inverse = 1 / (n * n);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680) * inverse) * inverse) * inverse) / n;
}

/** x ln(x / mean) + mean - x, without cancellation where x is near the mean. */
function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = (x - mean) / (x + mean);
  const square = v * v;
  let sum = (x - mean) * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= square;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

const halfLogTwoPi = 0.9189385332046727;

/** The logarithm of the Poisson probability of k, for a mean above 0. */
export function logPoisson(k: number, mean: number): number {
  if (k === 0) return -mean;
  return -stirlingError(k) - deviance(k, mean) - halfLogTwoPi - 0.5 * Math.log(k);
}

/** The logarithm of the binomial probability of k of n, for p in (0, 1) and q = 1 - p. */
export function logBinomial(k: number, n: number, p: number, q: number): number {
  if (k === 0) return n * Math.log1p(-p);
  if (k === n) return n * Math.log(p);
  const rest = n - k;
  return (
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(rest) -
    deviance(k, n * p) -
    deviance(rest, n * q) -
    halfLogTwoPi +
    0.5 * (Math.log(n) - Math.log(k) - Math.log(rest))
  );
}

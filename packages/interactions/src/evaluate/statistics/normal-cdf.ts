/**
 * The standard normal distribution function, absolute error about 1e-15 (Marsaglia, J. Statistical Software 11(4),
 * 2004: the Taylor series of its ratio to the density).
 */
export function normalCdf(x: number): number {
  if (x < -8.3) return 0;
  if (x > 8.3) return 1;
  let sum = x;
  let term = x;
  for (let n = 3, last = 0; sum !== last; n += 2) {
    last = sum;
    term *= (x * x) / n;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * x * x - 0.9189385332046728);
}

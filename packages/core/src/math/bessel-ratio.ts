/**
 * I_(order + 1)(x) / I_order(x) of modified Bessel functions of the first kind, for x >= 0 and order >= 0: the mean
 * length of a von Mises-Fisher vector, with order = dimension / 2 - 1.
 *
 * Gauss's continued fraction from the far end, started at Amos's bounds (1974); about sqrt(41 x) steps.
 */
export function besselRatio(order: number, x: number): number {
  if (x === 0) return 0;
  const steps = Math.ceil(20 + Math.sqrt(41 * Math.min(x, 1e10)));
  const half = order + steps + 0.5;
  let ratio = x / (half + Math.sqrt(x * x + half * (half + 1)));
  for (let nu = order + steps; nu > order; nu--) ratio = 1 / ((2 * nu) / x + ratio);
  return ratio;
}

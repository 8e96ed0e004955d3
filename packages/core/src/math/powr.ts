/**
 * x to the power of y for x >= 0, as exp(y ln x): the same digits on every engine of ours, where `Math.pow` changed
 * between versions of V8. powr(0, y) is 0 for y > 0, 1 for y = 0, infinity for y < 0.
 *
 * @example
 * ```ts
 * powr(4, 0.5).toFixed(12); // => '2.000000000000'
 * ```
 */
export function powr(x: number, y: number): number {
  if (y === 0) return 1;
  if (x === 0) return y > 0 ? 0 : Number.POSITIVE_INFINITY;
  return Math.exp(y * Math.log(x));
}

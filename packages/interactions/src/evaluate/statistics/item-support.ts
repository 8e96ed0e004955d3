/**
 * The share of items with at least `users` users, among the counts given (T04).
 *
 * @param counts users of each item
 * @param users 1 or more
 * @example
 * ```ts
 * itemSupport([1, 1, 2, 5], 2); // => 0.5
 * ```
 */
export function itemSupport(counts: ArrayLike<number>, users: number): number {
  let supported = 0;
  for (let i = 0; i < counts.length; i++) if (counts[i]! >= users) supported++;
  return supported / counts.length;
}

/**
 * Ids of invented entities: a letter and a zero-padded index, the width fixed by the count, at least 7 digits.
 *
 * @example
 * ```ts
 * inventedIds('u', 1000)(17); // => 'u0000017'
 * ```
 */
export function inventedIds(letter: string, count: number): (index: number) => string {
  const width = Math.max(7, String(Math.max(0, count - 1)).length);
  return (index) => letter + String(index).padStart(width, '0');
}

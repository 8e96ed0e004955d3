/** Some of `count` entities: row i is the entity `of(i)`. */
export interface Selection {
  readonly count: number;
  readonly size: number;
  of(row: number): number;
}

/** All of them. */
export const everyone = (count: number): Selection => ({ count, size: count, of: (row) => row });

/** At most `size` of them, evenly spread. */
export function spread(count: number, size: number): Selection {
  const rows = Math.min(count, size);
  return { count, size: rows, of: (row) => Math.floor((row * count) / rows) };
}

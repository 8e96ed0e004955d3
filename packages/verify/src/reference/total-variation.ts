/** Shares of keys, counted; keys below 0 or NaN stand for no value. */
export function sharesOf(rows: number, keyOf: (row: number) => number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  let n = 0;
  for (let row = 0; row < rows; row++) {
    const key = keyOf(row);
    if (!(key >= 0)) continue;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    n++;
  }
  for (const [key, count] of counts) counts.set(key, count / n);
  return counts;
}

/** sum |p - q| / 2; NaN where either has no value. */
export function totalVariation(p: ReadonlyMap<number, number>, q: ReadonlyMap<number, number>): number {
  if (p.size === 0 || q.size === 0) return Number.NaN;
  let sum = 0;
  for (const [key, share] of p) sum += Math.abs(share - (q.get(key) ?? 0));
  for (const [key, share] of q) if (!p.has(key)) sum += share;
  return sum / 2;
}

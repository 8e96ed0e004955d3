/** The ranges of at most `size` rows that `rows` rows fall into. */
export function* rowRanges(rows: number, size: number): Generator<readonly [start: number, end: number]> {
  for (let start = 0; start < rows; start += size) yield [start, Math.min(rows, start + size)];
}

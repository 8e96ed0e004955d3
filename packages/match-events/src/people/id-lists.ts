/** Short lists of distinct ids, ascending: row i has `ids[offsets[i]]` to `ids[offsets[i + 1] - 1]`. */
export interface IdLists {
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
}

/** Lists of these ids; one that is there twice counts once. */
export function idListsOf(rows: readonly ArrayLike<number>[]): IdLists {
  const sorted = rows.map((row) => [...new Set(Array.from(row))].sort((a, b) => a - b));
  const offsets = new Int32Array(rows.length + 1);
  sorted.forEach((row, i) => (offsets[i + 1] = offsets[i]! + row.length));
  return { offsets, ids: Int32Array.from(sorted.flat()) };
}

/** The ids of a row. */
export const idsOfRow = ({ offsets, ids }: IdLists, row: number): number[] =>
  Array.from(ids.subarray(offsets[row], offsets[row + 1]));

/** What two lists share over what there is in either; NaN where one of them is empty. */
export function jaccard(a: IdLists, rowA: number, b: IdLists, rowB: number): number {
  let i = a.offsets[rowA]!;
  let j = b.offsets[rowB]!;
  const endA = a.offsets[rowA + 1]!;
  const endB = b.offsets[rowB + 1]!;
  if (i === endA || j === endB) return Number.NaN;
  const both = endA - i + endB - j;
  const idsA = a.ids;
  const idsB = b.ids;
  let shared = 0;
  while (i < endA && j < endB) {
    const x = idsA[i]!;
    const y = idsB[j]!;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared / (both - shared);
}

import type { InteractionMatrix } from './interaction-matrix';
import { interactionMatrix } from './interaction-matrix';

/**
 * The matrix with only the entries for which `keep` holds; `keep` gets the position of the entry in `indices`, its
 * row and its column. Users and items stay, with or without entries.
 */
export function filterEntries(
  matrix: InteractionMatrix,
  keep: (entry: number, user: number, item: number) => boolean,
): InteractionMatrix {
  const { rows, cols, users, items, data, timestamps } = matrix;
  const indptr = new Int32Array(rows + 1);
  const kept = new Int32Array(matrix.indices.length);
  let size = 0;
  for (let user = 0; user < rows; user++) {
    for (let entry = matrix.indptr[user]!; entry < matrix.indptr[user + 1]!; entry++) {
      if (keep(entry, user, matrix.indices[entry]!)) kept[size++] = entry;
    }
    indptr[user + 1] = size;
  }
  const entries = kept.subarray(0, size);
  return interactionMatrix({
    rows,
    cols,
    indptr,
    indices: entries.map((entry) => matrix.indices[entry]!),
    ...(data === undefined ? {} : { data: taken(data, entries, new Float32Array(size)) }),
    ...(timestamps === undefined ? {} : { timestamps: taken(timestamps, entries, new Float64Array(size)) }),
    users,
    items,
  });
}

function taken<Values extends Float32Array | Float64Array>(
  values: Values,
  entries: Int32Array,
  into: Values,
): Values {
  for (let k = 0; k < entries.length; k++) into[k] = values[entries[k]!]!;
  return into;
}

import type { InteractionMatrix } from '@synth/interactions';
import { submatrix } from '@synth/interactions';

/** A matrix without the users and items that have no interaction. */
export function withoutEmpty(matrix: InteractionMatrix): InteractionMatrix {
  const used = new Uint8Array(matrix.cols);
  for (const item of matrix.indices) used[item] = 1;
  return submatrix(matrix, {
    users: (user) => matrix.indptr[user + 1]! > matrix.indptr[user]!,
    items: (item) => used[item] === 1,
  });
}

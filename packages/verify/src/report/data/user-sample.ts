import type { Seed } from '@synth/core';
import { shuffle, streams } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import { submatrix } from '@synth/interactions';
import { withoutEmpty } from '../../learnability/without-empty';

/** Interactions that a picture of tastes is drawn of. */
const enough = 300_000;

/** All of a matrix, or of a large one the rows of users drawn by seed until they hold 300,000 interactions. */
export function userSample(matrix: InteractionMatrix, seed: Seed): InteractionMatrix {
  if (matrix.indices.length <= enough) return matrix;
  const order = Int32Array.from({ length: matrix.rows }, (_, user) => user);
  shuffle(streams({ seed, dataset: 'report' }).stream('users').at(0), order);
  const kept = new Uint8Array(matrix.rows);
  let held = 0;
  for (const user of order) {
    if (held >= enough) break;
    kept[user] = 1;
    held += matrix.indptr[user + 1]! - matrix.indptr[user]!;
  }
  return withoutEmpty(submatrix(matrix, { users: (user) => kept[user] === 1 }));
}

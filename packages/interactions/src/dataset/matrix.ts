import type { Tables } from '@synth/core';
import type { InteractionMatrix } from '../matrix/interaction-matrix';
import { interactionMatrix } from '../matrix/interaction-matrix';
import type { Prepared } from './dataset';

/** The interactions as a sparse matrix: rows are all users, columns all items, in the order of their tables. */
export function generatedMatrix(tables: Tables<Prepared>): InteractionMatrix {
  const { model, histories } = tables.model;
  const { population, config } = model.world;
  const { items: itemAt } = model.choice.order;
  // What users intend bounds what they take.
  let capacity = 0;
  for (let user = 0; user < population.users; user++) capacity += histories.intentOf(user).count;
  const indptr = new Int32Array(population.users + 1);
  const indices = new Int32Array(capacity);
  const timestamps = new Float64Array(capacity);
  const data = new Float32Array(config.plays === null ? 0 : capacity);
  let size = 0;
  for (let user = 0; user < population.users; user++) {
    const { places, times, plays, count } = histories.of(user);
    const items = Array.from(places.subarray(0, count), (place) => itemAt[place]!);
    const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => items[a]! - items[b]!);
    for (const i of order) {
      indices[size] = items[i]!;
      timestamps[size] = times[i]!;
      if (config.plays !== null) data[size] = plays[i]!;
      size++;
    }
    indptr[user + 1] = size;
  }
  return interactionMatrix({
    rows: population.users,
    cols: model.itemIds.length,
    indptr,
    indices: indices.subarray(0, size),
    timestamps: timestamps.subarray(0, size),
    ...(config.plays === null ? {} : { data: data.subarray(0, size) }),
    users: Array.from({ length: population.users }, (_, user) => population.idOf(user)),
    items: model.itemIds,
  });
}

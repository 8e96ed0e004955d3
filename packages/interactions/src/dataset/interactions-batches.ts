import type { Batch, Block } from '@synth/core';
import type { InteractionsModel } from '../model/model';
import type { Histories, UserHistories } from '../model/user-history';
import { BatchFilling } from './batch-filling';

/** A table of some of the interactions: those of a user whose label is `part`. */
export interface Selection {
  readonly table: string;
  readonly part: number;
  /** A label for each of a user's moments. */
  labels(user: number, times: Float64Array): Uint8Array;
}

/** The interactions of a block of users, in order: all, or a selection. */
export function* interactionBatches(
  model: InteractionsModel,
  histories: Histories,
  block: Block,
  userIds: readonly string[],
  selection?: Selection,
): Generator<Batch> {
  const { sessionIds: withSessions, plays } = model.world.config;
  const filling = new BatchFilling({
    table: selection?.table ?? 'interactions',
    userIds,
    placeIds: model.placeIds,
    withSessions,
    withPlays: plays !== null,
  });
  // Batches leave between users: while some are acted out, no other reader may overwrite their histories.
  for (let from = block.start; from < block.end;) {
    const acted = histories.between(from, block.end);
    if (selection === undefined && !withSessions) filling.add(acted, from - block.start);
    else addVisits(filling, acted, from, block.start, selection);
    from += acted.users;
    yield* filling.takeFull();
  }
  const rest = filling.takeRest();
  if (rest.rows > 0) yield rest;
}

function addVisits(
  filling: BatchFilling,
  acted: UserHistories,
  from: number,
  start: number,
  selection: Selection | undefined,
): void {
  for (let k = 0, first = 0; k < acted.users; k++) {
    const user = from + k;
    const end = acted.ends[k]!;
    const labels = selection?.labels(user, acted.times.subarray(first, end));
    filling.addVisits(acted, first, end, user - start, labels, selection?.part);
    first = end;
  }
}

import type { Batch, Block } from '@synth/core';
import type { InteractionsModel } from '../model/model';
import type { Histories, UserHistory } from '../model/user-history';
import { BatchFilling } from './batch-filling';

/** A table of some of the interactions: those of a user whose label is `part`. */
export interface Selection {
  readonly table: string;
  readonly part: number;
  labels(user: number, history: UserHistory): Uint8Array;
}

/** Users whose histories are made between two looks for full batches. */
const usersAtOnce = 128;

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
    itemIds: model.itemIds,
    withSessions,
    withPlays: plays !== null,
  });
  const fill = selection === undefined && !withSessions ? fillWhole : fillVisits;
  // Batches leave between users: while one is acted out, its history must not be overwritten by another reader.
  for (let from = block.start; from < block.end; from += usersAtOnce) {
    fill(filling, histories, block.start, from, Math.min(block.end, from + usersAtOnce), selection);
    yield* filling.takeFull();
  }
  const rest = filling.takeRest();
  if (rest.rows > 0) yield rest;
}

function fillWhole(
  filling: BatchFilling,
  histories: Histories,
  start: number,
  from: number,
  to: number,
): void {
  for (let user = from; user < to; user++) filling.add(histories.of(user), user - start);
}

function fillVisits(
  filling: BatchFilling,
  histories: Histories,
  start: number,
  from: number,
  to: number,
  selection: Selection | undefined,
): void {
  for (let user = from; user < to; user++) {
    const history = histories.of(user);
    filling.addVisits(history, user - start, selection?.labels(user, history), selection?.part);
  }
}

import type { Batch, Block, Column } from '@synth/core';
import { maxBatchRows } from '@synth/core';
import type { InteractionsModel } from '../model/model';
import type { Histories, UserHistory } from '../model/user-history';
import { sessionGapMs } from '../model/visits';

/** Columns of a batch while it fills. */
interface Filling {
  rows: number;
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly times: Float64Array;
  readonly sessions: Int32Array;
  readonly sessionIds: string[];
  readonly plays: Int32Array;
}

/** A table of some of the interactions: those of a user whose label is `part`. */
export interface Selection {
  readonly table: string;
  readonly part: number;
  labels(user: number, history: UserHistory): Uint8Array;
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
  const withPlays = plays !== null;
  const empty = (): Filling => ({
    rows: 0,
    users: new Int32Array(maxBatchRows),
    items: new Int32Array(maxBatchRows),
    times: new Float64Array(maxBatchRows),
    sessions: new Int32Array(withSessions ? maxBatchRows : 0),
    sessionIds: [],
    plays: new Int32Array(withPlays ? maxBatchRows : 0),
  });
  const finished = (filling: Filling): Batch => {
    const { rows } = filling;
    const columns: Record<string, Column> = {
      user_id: { type: 'dictionary', values: filling.users.subarray(0, rows), dictionary: userIds },
      item_id: { type: 'dictionary', values: filling.items.subarray(0, rows), dictionary: model.itemIds },
      timestamp: { type: 'timestamp', values: filling.times.subarray(0, rows) },
    };
    if (withSessions) {
      columns['session_id'] = {
        type: 'dictionary',
        values: filling.sessions.subarray(0, rows),
        dictionary: filling.sessionIds,
      };
    }
    if (withPlays) columns['plays'] = { type: 'i32', values: filling.plays.subarray(0, rows) };
    return { table: selection?.table ?? 'interactions', rows, columns };
  };

  // Batches leave between users: while one is acted out, its history must not be overwritten by another reader.
  const ready: Batch[] = [];
  let filling = empty();
  /** Copies the rows of a user with their sessions, or those of a selection. */
  function copyVisits(history: UserHistory, labels: Uint8Array | undefined, local: number): void {
    let session = 0;
    let before = Number.NEGATIVE_INFINITY;
    let sessionCode = -1;
    for (let i = 0; i < history.count; i++) {
      const time = history.times[i]!;
      if (time - before > sessionGapMs) {
        session++;
        sessionCode = -1;
      }
      before = time;
      if (labels !== undefined && labels[i] !== selection!.part) continue;
      if (filling.rows === maxBatchRows) {
        complete();
        sessionCode = -1;
      }
      const row = filling.rows++;
      filling.users[row] = local;
      filling.items[row] = history.items[i]!;
      filling.times[row] = time;
      if (withSessions) {
        if (sessionCode === -1) {
          sessionCode = filling.sessionIds.push(`${userIds[local]!}-s${session}`) - 1;
        }
        filling.sessions[row] = sessionCode;
      }
      if (withPlays) filling.plays[row] = history.plays[i]!;
    }
  }

  const complete = (): void => {
    ready.push(finished(filling));
    filling = empty();
  };
  for (let user = block.start; user < block.end; user++) {
    const history = histories.of(user);
    const labels = selection?.labels(user, history);
    if (labels === undefined && !withSessions) {
      for (let from = 0; from < history.count;) {
        if (filling.rows === maxBatchRows) complete();
        from = copyRows(history, from, user - block.start, filling);
      }
    } else copyVisits(history, labels, user - block.start);
    while (ready.length > 0) yield ready.shift()!;
  }
  if (filling.rows > 0) yield finished(filling);
}

/** Copies a user's rows from `from` on, as many as there is room for; returns where the next begin. */
function copyRows(history: UserHistory, from: number, local: number, filling: Filling): number {
  const { users, items, times, plays, rows } = filling;
  const { items: taken, times: moments, plays: played } = history;
  const count = Math.min(history.count - from, users.length - rows);
  for (let i = 0; i < count; i++) {
    users[rows + i] = local;
    items[rows + i] = taken[from + i]!;
    times[rows + i] = moments[from + i]!;
  }
  if (plays.length > 0) for (let i = 0; i < count; i++) plays[rows + i] = played[from + i]!;
  filling.rows += count;
  return from + count;
}

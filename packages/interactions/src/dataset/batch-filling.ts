import type { Batch, Column } from '@synth/core';
import { maxBatchRows } from '@synth/core';
import type { UserHistory } from '../model/user-history';
import { sessionGapMs } from '../model/visits';

/** What the batches of a block have in common. */
export interface FillingOptions {
  readonly table: string;
  readonly userIds: readonly string[];
  readonly itemIds: readonly string[];
  readonly withSessions: boolean;
  readonly withPlays: boolean;
}

/**
 * Batches of interactions while they fill, user by user. A class at the top of a module, because its loops are hot:
 * closures that are made for every block are compiled for every block, too.
 */
export class BatchFilling {
  readonly #options: FillingOptions;
  #rows = 0;
  #users: Int32Array;
  #items: Int32Array;
  #times: Float64Array;
  #sessions: Int32Array;
  #sessionIds: string[] = [];
  #plays: Int32Array;
  #full: Batch[] = [];

  constructor(options: FillingOptions) {
    this.#options = options;
    this.#users = new Int32Array(maxBatchRows);
    this.#items = new Int32Array(maxBatchRows);
    this.#times = new Float64Array(maxBatchRows);
    this.#sessions = new Int32Array(options.withSessions ? maxBatchRows : 0);
    this.#plays = new Int32Array(options.withPlays ? maxBatchRows : 0);
  }

  /** Adds all rows of a user, without sessions. */
  add(history: UserHistory, local: number): void {
    for (let from = 0; from < history.count;) {
      if (this.#rows === maxBatchRows) this.#complete();
      from = this.#copy(history, from, local);
    }
  }

  /** Adds the rows of a user with their sessions: all, or those whose label is `part`. */
  addVisits(history: UserHistory, local: number, labels?: Uint8Array, part?: number): void {
    const { withSessions, withPlays, userIds } = this.#options;
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
      if (labels !== undefined && labels[i] !== part) continue;
      if (this.#rows === maxBatchRows) {
        this.#complete();
        sessionCode = -1;
      }
      const row = this.#rows++;
      this.#users[row] = local;
      this.#items[row] = history.items[i]!;
      this.#times[row] = time;
      if (withSessions) {
        if (sessionCode === -1) sessionCode = this.#sessionIds.push(`${userIds[local]!}-s${session}`) - 1;
        this.#sessions[row] = sessionCode;
      }
      if (withPlays) this.#plays[row] = history.plays[i]!;
    }
  }

  /** The batches that are full. */
  takeFull(): readonly Batch[] {
    const full = this.#full;
    if (full.length > 0) this.#full = [];
    return full;
  }

  /** The last batch, which may be empty. */
  takeRest(): Batch {
    const { table, itemIds, userIds, withSessions, withPlays } = this.#options;
    const rows = this.#rows;
    const columns: Record<string, Column> = {
      user_id: { type: 'dictionary', values: this.#users.subarray(0, rows), dictionary: userIds },
      item_id: { type: 'dictionary', values: this.#items.subarray(0, rows), dictionary: itemIds },
      timestamp: { type: 'timestamp', values: this.#times.subarray(0, rows) },
    };
    if (withSessions) {
      columns['session_id'] = {
        type: 'dictionary',
        values: this.#sessions.subarray(0, rows),
        dictionary: this.#sessionIds,
      };
    }
    if (withPlays) columns['plays'] = { type: 'i32', values: this.#plays.subarray(0, rows) };
    return { table, rows, columns };
  }

  #complete(): void {
    this.#full.push(this.takeRest());
    this.#rows = 0;
    this.#users = new Int32Array(maxBatchRows);
    this.#items = new Int32Array(maxBatchRows);
    this.#times = new Float64Array(maxBatchRows);
    this.#sessions = new Int32Array(this.#sessions.length);
    this.#sessionIds = [];
    this.#plays = new Int32Array(this.#plays.length);
  }

  /** Copies a user's rows from `from` on, as many as there is room for; returns where the next begin. */
  #copy(history: UserHistory, from: number, local: number): number {
    const rows = this.#rows;
    const [users, items, times, plays] = [this.#users, this.#items, this.#times, this.#plays];
    const { items: taken, times: moments, plays: played } = history;
    const count = Math.min(history.count - from, users.length - rows);
    for (let i = 0; i < count; i++) {
      users[rows + i] = local;
      items[rows + i] = taken[from + i]!;
      times[rows + i] = moments[from + i]!;
    }
    if (plays.length > 0) for (let i = 0; i < count; i++) plays[rows + i] = played[from + i]!;
    this.#rows = rows + count;
    return from + count;
  }
}

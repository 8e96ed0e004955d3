import type { Batch, Column } from '@synth/core';
import { maxBatchRows } from '@synth/core';
import type { UserHistories } from '../model/user-history';
import { sessionGapMs } from '../model/visits';

/** What the batches of a block have in common. */
export interface FillingOptions {
  readonly table: string;
  readonly userIds: readonly string[];
  readonly placeIds: readonly string[];
  readonly withSessions: boolean;
  readonly withPlays: boolean;
}

/**
 * Batches of interactions while they fill, some users at a time. A class at the top of a module, because its loops are
 * hot: closures that are made for every block are compiled for every block, too.
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

  /** Adds all rows of consecutive users, without sessions; `local` is the first of them in the block. */
  add({ users, ends, places, times, plays }: UserHistories, local: number): void {
    const end = ends[users - 1]!;
    for (let from = 0, user = 0; from < end;) {
      if (this.#rows === maxBatchRows) this.#complete();
      const to = Math.min(end, from + maxBatchRows - this.#rows);
      this.#items.set(places.subarray(from, to), this.#rows);
      this.#times.set(times.subarray(from, to), this.#rows);
      if (this.#options.withPlays) this.#plays.set(plays.subarray(from, to), this.#rows);
      user = this.#addUsers(ends, user, local, from, to);
      from = to;
    }
  }

  /** Adds the rows [from, to) of one user with their sessions: all, or those whose label is `part`. */
  addVisits(
    { places, times, plays }: UserHistories,
    from: number,
    to: number,
    local: number,
    labels?: Uint8Array,
    part?: number,
  ): void {
    const { withSessions, withPlays, userIds } = this.#options;
    let session = 0;
    let before = Number.NEGATIVE_INFINITY;
    let sessionCode = -1;
    for (let i = from; i < to; i++) {
      const time = times[i]!;
      if (time - before > sessionGapMs) {
        session++;
        sessionCode = -1;
      }
      before = time;
      if (labels !== undefined && labels[i - from] !== part) continue;
      if (this.#rows === maxBatchRows) {
        this.#complete();
        sessionCode = -1;
      }
      const row = this.#rows++;
      this.#users[row] = local;
      this.#items[row] = places[i]!;
      this.#times[row] = time;
      if (withSessions) {
        if (sessionCode === -1) sessionCode = this.#sessionIds.push(`${userIds[local]!}-s${session}`) - 1;
        this.#sessions[row] = sessionCode;
      }
      if (withPlays) this.#plays[row] = plays[i]!;
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
    const { table, placeIds, userIds, withSessions, withPlays } = this.#options;
    const rows = this.#rows;
    const columns: Record<string, Column> = {
      user_id: { type: 'dictionary', values: this.#users.subarray(0, rows), dictionary: userIds },
      item_id: { type: 'dictionary', values: this.#items.subarray(0, rows), dictionary: placeIds },
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

  /** Adds the users of the rows [from, to), the first of which is of `user`; returns that of the row after. */
  #addUsers(ends: Int32Array, user: number, local: number, from: number, to: number): number {
    const users = this.#users;
    const shift = this.#rows - from;
    for (let row = from; row < to; user++) {
      const code = local + user;
      const end = Math.min(to, ends[user]!);
      for (; row < end; row++) users[row + shift] = code;
      if (end < ends[user]!) break;
    }
    this.#rows += to - from;
    return user;
  }
}

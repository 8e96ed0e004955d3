import type { Row } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import { matrixFromIndices } from '@synth/interactions';
import type { Check } from '../integrity/check';
import { countCheck } from '../integrity/check';
import { timeOf } from '../integrity/value-fault';
import { Wrong } from '../integrity/wrong';

/** Ids, numbered in order of appearance. */
class Numbering {
  readonly ids: string[] = [];
  readonly #indices = new Map<string, number>();

  of(id: string): number {
    let index = this.#indices.get(id);
    if (index === undefined) {
      index = this.ids.length;
      this.ids.push(id);
      this.#indices.set(id, index);
    }
    return index;
  }
}

/** Gathers rows of interactions into a matrix, and counts those that cannot be used. */
export class InteractionCollector {
  readonly #users = new Numbering();
  readonly #items = new Numbering();
  readonly #userIndices: number[] = [];
  readonly #itemIndices: number[] = [];
  readonly #times: number[] = [];
  readonly #plays: number[] = [];
  readonly #blank = new Wrong();
  readonly #untimed = new Wrong();
  readonly #wrongPlays = new Wrong();
  #negatives = 0;
  #withTimes = true;
  #withPlays = true;

  /** @param ids users and items to number first, so that those without interactions have a place too */
  constructor(ids: { readonly users?: Iterable<string>; readonly items?: Iterable<string> } = {}) {
    for (const id of ids.users ?? []) this.#users.of(id);
    for (const id of ids.items ?? []) this.#items.of(id);
  }

  add(row: Row, where: string): void {
    const user = idOf(row['user_id']);
    const item = idOf(row['item_id']);
    if (user === undefined || item === undefined) {
      this.#blank.at(where);
      return;
    }
    const { label } = row;
    if (label === 0 || label === '0' || label === false || label === 'false') {
      this.#negatives++;
      return;
    }
    this.#userIndices.push(this.#users.of(user));
    this.#itemIndices.push(this.#items.of(item));
    this.#addTime(row, where);
    this.#addPlays(row, where);
  }

  #addTime(row: Row, where: string): void {
    if (!('timestamp' in row)) {
      this.#withTimes = false;
      return;
    }
    const time = timeOf(row['timestamp']);
    if (!Number.isFinite(time)) this.#untimed.at(where);
    this.#times.push(time);
  }

  #addPlays(row: Row, where: string): void {
    if (!('plays' in row)) {
      this.#withPlays = false;
      return;
    }
    const plays = row['plays'] === '' ? Number.NaN : Number(row['plays']);
    if (!(plays > 0 && Number.isFinite(plays))) this.#wrongPlays.at(where);
    this.#plays.push(plays);
  }

  get rows(): number {
    return this.#userIndices.length;
  }

  get negatives(): number {
    return this.#negatives;
  }

  /** The matrix; `plays` are the plays of its entries, where every row has them. */
  finish(): { matrix: InteractionMatrix; plays?: Float32Array; checks: Check[] } {
    const timed = this.#withTimes && this.#untimed.count === 0;
    const played = this.#withPlays && this.#wrongPlays.count === 0 && this.rows > 0;
    const matrix = matrixFromIndices({
      rows: this.#users.ids.length,
      cols: this.#items.ids.length,
      userIndices: this.#userIndices,
      itemIndices: this.#itemIndices,
      ...(played ? { values: this.#plays } : {}),
      ...(timed ? { timestamps: this.#times } : {}),
      users: this.#users.ids,
      items: this.#items.ids,
    });
    const checks = [
      countCheck('ids', this.#blank, {
        right: 'every row has a user and an item',
        wrong: 'rows lack a user or an item',
      }),
      ...(this.#withTimes
        ? [countCheck('timestamps', this.#untimed, { right: 'all are times', wrong: 'are no times' })]
        : []),
      ...(this.#withPlays
        ? [countCheck('plays', this.#wrongPlays, { right: 'all above 0', wrong: 'are no number above 0' })]
        : []),
    ];
    return played && matrix.data !== undefined ? { matrix, plays: matrix.data, checks } : { matrix, checks };
  }
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
}

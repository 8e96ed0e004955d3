import type { Seed } from '@synth/core';
import { keyedNumber } from '../source/keyed-sample';

/** How many rows may be kept, and what decides whose. */
export interface KeyedRowsOptions {
  readonly seed: Seed;
  readonly name: string;
  readonly most: number;
}

/** What was kept: rows of keys that are numbered from 0 in order of appearance. */
export interface KeptRows {
  /** Of keys, whose rows are all kept. */
  readonly share: number;
  readonly keys: number;
  readonly keyOf: Int32Array;
  /** Numbers of the rows, a list a column. */
  readonly columns: readonly Float64Array[];
  /** Of each key: one of eight groups, by seed. */
  readonly groupOf: Int32Array;
}

export const groupCount = 8;

/** Rows of numbers that belong to keys, in bounded memory: beyond `most` rows those of a share of keys, halved as often as it takes. */
export class KeyedRows {
  readonly #number: (text: string) => number;
  readonly #most: number;
  readonly #indices = new Map<string, number>();
  #keyNumbers: number[] = [];
  #keyOf: number[] = [];
  #columns: number[][];
  #share = 1;

  constructor(width: number, { seed, name, most }: KeyedRowsOptions) {
    this.#number = keyedNumber(seed, name);
    this.#most = most;
    this.#columns = Array.from({ length: width }, () => []);
  }

  /** Whether rows of this key are kept, as far as can be told by now. */
  keeps(key: string): boolean {
    return this.#share === 1 || this.#indices.has(key) || this.#number(key) < this.#share;
  }

  add(key: string, values: readonly number[]): void {
    let index = this.#indices.get(key);
    if (index === undefined) {
      const number = this.#number(key);
      if (number >= this.#share) return;
      index = this.#keyNumbers.length;
      this.#indices.set(key, index);
      this.#keyNumbers.push(number);
    }
    this.#keyOf.push(index);
    values.forEach((value, column) => this.#columns[column]!.push(value));
    while (this.#keyOf.length > this.#most && this.#indices.size > 1) this.#halve();
  }

  /** Keeps the rows of half of the keys. */
  #halve(): void {
    this.#share /= 2;
    const renumbered = new Map<number, number>();
    const keyNumbers: number[] = [];
    for (const [key, index] of this.#indices) {
      const number = this.#keyNumbers[index]!;
      if (number >= this.#share) {
        this.#indices.delete(key);
        continue;
      }
      renumbered.set(index, keyNumbers.length);
      this.#indices.set(key, keyNumbers.length);
      keyNumbers.push(number);
    }
    const stays = this.#keyOf.map((key) => renumbered.has(key));
    this.#columns = this.#columns.map((column) => column.filter((_, row) => stays[row]!));
    this.#keyOf = this.#keyOf.flatMap((key) => renumbered.get(key) ?? []);
    this.#keyNumbers = keyNumbers;
  }

  finish(): KeptRows {
    return {
      share: this.#share,
      keys: this.#keyNumbers.length,
      keyOf: Int32Array.from(this.#keyOf),
      columns: this.#columns.map((column) => Float64Array.from(column)),
      groupOf: Int32Array.from(this.#keyNumbers, (number) => Math.floor((number / this.#share) * groupCount)),
    };
  }
}

/**
 * Standard errors of the figures of a sample of keys, by random groups (Wolter, Introduction to Variance Estimation,
 * chapter 2). NaN where a group has no such figure; none where all keys are there.
 */
export function keptErrors(
  kept: KeptRows,
  figuresOf: (part: KeptRows) => Readonly<Record<string, number>>,
): Record<string, number> {
  if (kept.share === 1) return {};
  const all = Array.from({ length: groupCount }, (_, group) => figuresOf(groupOnly(kept, group)));
  return Object.fromEntries(
    Object.keys(all[0]!).map((name) => {
      const values = all.map((figures) => figures[name] ?? Number.NaN);
      const mean = values.reduce((sum, value) => sum + value, 0) / groupCount;
      const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
      return [name, Math.sqrt(squares / (groupCount * (groupCount - 1)))];
    }),
  );
}

function groupOnly({ share, keys, keyOf, columns, groupOf }: KeptRows, group: number): KeptRows {
  const renumbered = new Int32Array(keys).fill(-1);
  let count = 0;
  for (let key = 0; key < keys; key++) if (groupOf[key] === group) renumbered[key] = count++;
  const stays = (_: number, row: number): boolean => renumbered[keyOf[row]!]! >= 0;
  return {
    share,
    keys: count,
    keyOf: keyOf.filter(stays).map((key) => renumbered[key]!),
    columns: columns.map((column) => column.filter(stays)),
    groupOf: groupOf.filter((one) => one === group),
  };
}

import type { Row, Seed } from '@synth/core';
import { defaultSeed } from '@synth/core';
import { keyedNumber } from '../source/keyed-sample';
import type { Check } from './check';
import { countCheck } from './check';
import { timeOf } from './value-fault';
import { Wrong } from './wrong';

/** The parts of a split, in the order of time. */
export const splitParts: readonly string[] = ['train', 'validation', 'test'];

/**
 * How a split was made, and so what its times have to be like: `time`: nothing held out is as early as the last row of an
 * earlier part; `last-out`: the same of each user; `random`: times say nothing.
 */
export type SplitKind = 'time' | 'last-out' | 'random';

/** Beyond so many, a sample of pairs and of rows is watched, the same in every part. */
const mostKeys = 2_000_000;

const ofShare = (share: number): string => (share === 1 ? '' : ` (of 1 in ${1 / share}, by seed)`);

/** The part in which each key was first. */
interface Seen {
  readonly parts: Map<string, string>;
  share: number;
}

/** Looks for what a model could have seen of the rows that it is judged by. */
export class Leakage {
  readonly #kind: SplitKind;
  readonly #number: (text: string) => number;
  readonly #pairs: Seen = { parts: new Map(), share: 1 };
  readonly #rows: Seen = { parts: new Map(), share: 1 };
  readonly #samePair = new Wrong();
  readonly #sameRow = new Wrong();
  readonly #spans = new Map<string, Map<string, Span>>();

  constructor(kind: SplitKind, options: { readonly seed?: Seed | undefined } = {}) {
    this.#kind = kind;
    this.#number = keyedNumber(options.seed ?? defaultSeed, 'leakage');
  }

  /** @param part one of {@link splitParts} */
  add(part: string, row: Row, where: string): void {
    const { user_id: user, item_id: item } = row;
    if (user !== undefined && item !== undefined) {
      this.#seen(this.#pairs, `${String(user)}\u0000${String(item)}`, part, where, this.#samePair);
    }
    this.#seen(this.#rows, JSON.stringify(Object.entries(row).sort(byName)), part, where, this.#sameRow);
    const time = timeOf(row['timestamp']);
    if (Number.isNaN(time)) return;
    const group = this.#kind === 'last-out' ? String(user) : '';
    const spans = this.#spans.get(group) ?? new Map<string, Span>();
    this.#spans.set(group, spans);
    const span = spans.get(part);
    if (span === undefined) spans.set(part, { first: time, where, last: time });
    else {
      if (time < span.first) [span.first, span.where] = [time, where];
      span.last = Math.max(span.last, time);
    }
  }

  #seen(found: Seen, key: string, part: string, where: string, wrong: Wrong): void {
    if (found.share < 1 && this.#number(key) >= found.share) return;
    const before = found.parts.get(key);
    if (before !== undefined && before !== part) wrong.at(`${where}, also in ${before}`);
    if (before !== undefined) return;
    found.parts.set(key, part);
    while (found.parts.size > mostKeys) {
      found.share /= 2;
      for (const one of found.parts.keys()) if (this.#number(one) >= found.share) found.parts.delete(one);
    }
  }

  finish(): Check[] {
    return [
      countCheck('split: pairs', this.#samePair, {
        right: `no pair is in two parts${ofShare(this.#pairs.share)}`,
        wrong: 'pairs are in two parts',
      }),
      countCheck('split: rows', this.#sameRow, {
        right: `no row is in two parts${ofShare(this.#rows.share)}`,
        wrong: 'rows are in two parts',
      }),
      this.#timeCheck(),
    ];
  }

  #timeCheck(): Check {
    const name = 'split: time';
    if (this.#kind === 'random')
      return { name, status: 'skip', detail: 'a random split does not go by time' };
    if (this.#spans.size === 0) return { name, status: 'skip', detail: 'there are no times' };
    const early = new Wrong();
    for (const [group, spans] of this.#spans) {
      let last = Number.NEGATIVE_INFINITY;
      for (const part of splitParts) {
        const span = spans.get(part);
        if (span === undefined) continue;
        if (span.first < last) early.at(`${span.where}${group === '' ? '' : ` of user ${group}`}`);
        last = Math.max(last, span.last);
      }
    }
    return countCheck(name, early, {
      right: 'what is held out is later than what is learnt from',
      wrong: 'parts begin before the last row of an earlier part',
    });
  }
}

interface Span {
  first: number;
  /** Of the first. */
  where: string;
  last: number;
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);

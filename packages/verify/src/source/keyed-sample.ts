import type { Seed } from '@synth/core';
import { streams } from '@synth/core';

/**
 * A number in [0, 1) of each text, by a seed: the same text has the same number, wherever and however often it comes. Two
 * rounds of a multiply-xorshift mixer over its characters, keyed by a draw of the seed.
 */
export function keyedNumber(seed: Seed, name: string): (text: string) => number {
  const key = Math.floor(streams({ seed, dataset: 'verify' }).stream(name).at(0).nextF64() * 0x100000000) | 0;
  return (text) => {
    let hash = key ^ text.length;
    for (let i = 0; i < text.length; i++) hash = mixed(hash ^ text.charCodeAt(i));
    return (mixed(hash) >>> 0) / 0x100000000;
  };
}

function mixed(word: number): number {
  let hash = word ^ (word >>> 16);
  hash = Math.imul(hash, 0x21f0aaad);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x735a2d97);
  return hash ^ (hash >>> 15);
}

/** How large a set may grow, and what decides who stays. */
export interface KeyedSetOptions {
  readonly seed: Seed;
  readonly name: string;
  readonly most: number;
}

/**
 * A set of texts in bounded memory: beyond `most` it keeps only those whose number is under a share, which is halved each
 * time. What repeats has the same number each time, so that repeats of what is kept are all found.
 */
export class KeyedSet {
  readonly #number: (text: string) => number;
  readonly #most: number;
  /** By what stands before the last part: rows of a group share it, and most often follow each other. */
  readonly #kept = new Map<string, Set<string>>();
  #lastGroup: string | undefined;
  #lastTexts = new Set<string>();
  #size = 0;
  #share = 1;

  constructor({ seed, name, most }: KeyedSetOptions) {
    this.#number = keyedNumber(seed, name);
    this.#most = most;
  }

  /** The share of texts that are looked at: 1 until there are too many. */
  get share(): number {
    return this.#share;
  }

  /** Adds a text, one of a group; whether it was there already. */
  seen(text: string, group = ''): boolean {
    if (this.#share < 1 && this.#numberIn(group, text) >= this.#share) return false;
    const texts = this.#textsOf(group);
    const before = texts.size;
    if (texts.add(text).size === before) return true;
    this.#size++;
    while (this.#size > this.#most) this.#halve();
    return false;
  }

  #textsOf(group: string): Set<string> {
    if (group === this.#lastGroup) return this.#lastTexts;
    let texts = this.#kept.get(group);
    if (texts === undefined) this.#kept.set(group, (texts = new Set()));
    this.#lastGroup = group;
    this.#lastTexts = texts;
    return texts;
  }

  #halve(): void {
    this.#share /= 2;
    this.#lastGroup = undefined;
    for (const [group, texts] of this.#kept) {
      for (const text of texts) {
        if (this.#numberIn(group, text) < this.#share) continue;
        texts.delete(text);
        this.#size--;
      }
      if (texts.size === 0) this.#kept.delete(group);
    }
  }

  #numberIn(group: string, text: string): number {
    return this.#number(group === '' ? text : `${group}\u0000${text}`);
  }
}

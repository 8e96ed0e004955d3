import { copyPacked, packedText } from '../packed-texts';
import type { Page } from '../page';

const slots = 1024;

/**
 * The decimal texts of numbers that came lately. Numbers of a rule are few and come again: from the second time on they
 * are copied as words. A number may lose its slot to another at any time; then its text is made anew.
 */
export class RecentTexts {
  readonly #values = new Float64Array(slots).fill(Number.NaN);
  readonly #texts: string[] = new Array<string>(slots).fill('');
  readonly #words: (Int32Array | undefined)[] = new Array<undefined>(slots).fill(undefined);
  readonly #double = new Float64Array(1);
  readonly #halves = new Int32Array(this.#double.buffer);

  /** The slot of a number. */
  slotOf(value: number): number {
    this.#double[0] = value;
    const mixed = Math.imul(this.#halves[0]! ^ Math.imul(this.#halves[1]!, 0x21f0aaad), 0x735a2d97);
    return mixed >>> 22;
  }

  /** The length of its text. */
  length(slot: number, value: number): number {
    if (this.#values[slot] === value) {
      this.#words[slot] ??= packedText(this.#texts[slot]!);
      return this.#words[slot]![0]!;
    }
    const text = String(value);
    this.#values[slot] = value;
    this.#texts[slot] = text;
    this.#words[slot] = undefined;
    return text.length;
  }

  /** Writes its text, and not a byte more; returns where it ends. */
  write(slot: number, value: number, at: number, { bytes, view }: Page): number {
    if (this.#values[slot] !== value) return at + bytes.write(String(value), at, 'latin1');
    const words = this.#words[slot];
    return words === undefined
      ? at + bytes.write(this.#texts[slot]!, at, 'latin1')
      : copyPacked(view, at, words, 0);
  }
}

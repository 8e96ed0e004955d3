import { packedText } from '../packed-texts';

const slots = 1024;

/** Words of an entry: up to 24 characters, as the shortest decimal of a double takes but rarely. */
const entryWords = 6;

/**
 * The decimal texts of the few numbers that a column consists of, each in a slot by its bits: a number is looked up and
 * copied in a few steps, whatever its digits. A number may lose its slot to another at any time.
 */
export class RepeatedNumbers {
  readonly #values = new Float64Array(slots).fill(Number.NaN);
  /** The length of each slot's text; 0 as long as there is none. */
  readonly #lengths = new Uint8Array(slots);
  readonly #words = new Int32Array(entryWords * slots);
  readonly #double = new Float64Array(1);
  readonly #halves = new Int32Array(this.#double.buffer);

  /** The slot of a number. */
  slotOf(value: number): number {
    this.#double[0] = value;
    const mixed = Math.imul(this.#halves[0]! ^ Math.imul(this.#halves[1]!, 0x21f0aaad), 0x735a2d97);
    return mixed >>> 22;
  }

  /** Whether the number was the last in its slot; now it is. */
  seen(value: number): boolean {
    const slot = this.slotOf(value);
    if (this.#values[slot] === value) return true;
    this.#values[slot] = value;
    this.#lengths[slot] = 0;
    return false;
  }

  /** The length of the number's text in its slot; 0 where there is none. */
  lengthAt(slot: number, value: number): number {
    return this.#values[slot] === value ? this.#lengths[slot]! : 0;
  }

  /** Puts the text of a number into its slot; returns its length, 0 where it is too long. */
  keep(slot: number, value: number): number {
    const packed = packedText(String(value));
    const length = packed[0]!;
    this.#values[slot] = value;
    this.#lengths[slot] = 0;
    if (length > 4 * entryWords) return 0;
    const whole = length >> 2;
    if (length < 4) this.#words[entryWords * slot] = packed[1]!;
    else for (let i = 0; i < whole; i++) this.#words[entryWords * slot + i] = packed[1 + i]!;
    if (length > 4 * whole && length >= 4) {
      this.#words[entryWords * slot + whole] = packed[1 + whole]! >>> (8 * (4 - (length & 3)));
    }
    this.#lengths[slot] = length;
    return length;
  }

  /** Writes the text in a slot, and not a byte more; returns where it ends. */
  copy(slot: number, length: number, view: DataView, at: number): number {
    const words = this.#words;
    const from = entryWords * slot;
    const whole = length >> 2;
    for (let i = 0; i < whole; i++) view.setInt32(at + 4 * i, words[from + i]!, true);
    for (let i = 4 * whole, word = words[from + whole]!; i < length; i++, word >>= 8) {
      view.setInt8(at + i, word);
    }
    return at + length;
  }
}

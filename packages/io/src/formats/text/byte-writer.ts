import { digitCount, fourDigits, milliseconds, upToFourDigits } from './digits';
import { dayPrefix, minuteWords } from './timestamps';

const msPerDay = 86_400_000;
// Years 0000 to 9999: others have a sign and six digits in ISO 8601.
const minDay = -719_528;
const maxDay = 2_932_896;

/**
 * Bytes that grow at the end. The words of `packed`, numbers and timestamps are stored four bytes at a time and may
 * run over what they mean to write: room for that is kept by {@link reserve}.
 */
export class ByteWriter {
  /** Where the next byte goes: the bytes before it are written. */
  position = 0;
  #bytes: Buffer;
  #view: DataView;

  constructor(capacity: number) {
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Makes room for `size` more bytes, and for the overrun of words. */
  reserve(size: number): void {
    const needed = this.position + size + 16;
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#bytes.length));
    this.#bytes.copy(grown, 0, 0, this.position);
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }

  /** The written bytes with a buffer of their own; the writer begins anew. */
  take(): Uint8Array {
    const { length } = this.#bytes;
    const end = this.position;
    this.position = 0;
    if (end < length / 2) return new Uint8Array(this.#bytes.subarray(0, end));
    const bytes = new Uint8Array(this.#bytes.buffer, 0, end);
    this.#bytes = Buffer.allocUnsafeSlow(length);
    this.#view = new DataView(this.#bytes.buffer);
    return bytes;
  }

  /** One byte. The caller has reserved. */
  byte(value: number): void {
    this.#bytes[this.position++] = value;
  }

  /** `length` bytes from words. The caller has reserved. */
  packed(words: Int32Array, at: number, length: number): void {
    const view = this.#view;
    const { position } = this;
    const count = (length + 3) >> 2;
    for (let i = 0; i < count; i++) view.setInt32(position + 4 * i, words[at + i]!, true);
    this.position = position + length;
  }

  /** A text as UTF-8; a lone surrogate becomes U+FFFD. Reserves. */
  text(value: string): void {
    this.reserve(3 * value.length);
    this.position += this.#bytes.write(value, this.position, 'utf8');
  }

  /**
   * A text whose every character is ASCII and marked in `plain`. Writes nothing and returns false for any other.
   * Reserves.
   */
  plainText(value: string, plain: Uint8Array): boolean {
    const { length } = value;
    this.reserve(length);
    const bytes = this.#bytes;
    const { position } = this;
    for (let i = 0; i < length; i++) {
      const unit = value.charCodeAt(i);
      if (unit > 127 || plain[unit] === 0) return false;
      bytes[position + i] = unit;
    }
    this.position = position + length;
    return true;
  }

  /** An integer in (-2^53, 2^53). The caller has reserved 17 bytes. */
  integer(value: number): void {
    let rest = value;
    if (rest < 0) {
      this.#bytes[this.position++] = 45;
      rest = -rest;
    }
    const view = this.#view;
    if (rest >= 100_000_000) {
      const high = Math.floor(rest / 100_000_000);
      rest -= high * 100_000_000;
      this.integer(high);
      const upper = (rest / 10_000) | 0;
      view.setInt32(this.position, fourDigits[upper]!, true);
      view.setInt32(this.position + 4, fourDigits[rest - upper * 10_000]!, true);
      this.position += 8;
      return;
    }
    if (rest >= 10_000) {
      const upper = (rest / 10_000) | 0;
      const count = digitCount(upper);
      view.setInt32(this.position, upToFourDigits[upper]!, true);
      view.setInt32(this.position + count, fourDigits[rest - upper * 10_000]!, true);
      this.position += count + 4;
      return;
    }
    view.setInt32(this.position, upToFourDigits[rest]!, true);
    this.position += digitCount(rest);
  }

  /** A finite number as ECMAScript prints it. The caller has reserved 25 bytes. */
  number(value: number): void {
    if (Number.isSafeInteger(value)) this.integer(value);
    else if (!this.#decimal(value))
      this.position += this.#bytes.write(String(value), this.position, 'latin1');
  }

  /**
   * A number of at most four decimals and nine digits before them. When n / 10000 is the number itself, its decimal
   * text is the shortest that reads back, as decimals of up to 15 digits all differ as doubles.
   */
  #decimal(value: number): boolean {
    const scaled = Math.round(value * 10_000);
    if (scaled / 10_000 !== value || scaled > 1e13 || scaled < -1e13) return false;
    let rest = scaled;
    if (rest < 0) {
      this.#bytes[this.position++] = 45;
      rest = -rest;
    }
    const whole = Math.floor(rest / 10_000);
    const fraction = rest - whole * 10_000;
    this.integer(whole);
    this.#bytes[this.position] = 46;
    this.#view.setInt32(this.position + 1, fourDigits[fraction]!, true);
    this.position += fraction % 100 === 0 ? (fraction % 1000 === 0 ? 2 : 3) : fraction % 10 === 0 ? 4 : 5;
    return true;
  }

  /** Whole milliseconds as `2024-01-01T00:00:00.000Z`. The caller has reserved 27 bytes. */
  timestamp(ms: number): void {
    const day = Math.floor(ms / msPerDay);
    if (!(day >= minDay && day <= maxDay)) {
      this.position += this.#bytes.write(new Date(ms).toISOString(), this.position, 'latin1');
      return;
    }
    const view = this.#view;
    const { position } = this;
    const words = dayPrefix(day);
    view.setInt32(position, words[0]!, true);
    view.setInt32(position + 4, words[1]!, true);
    view.setInt32(position + 8, words[2]!, true);
    const inDay = (ms - day * msPerDay) | 0;
    const minute = (inDay / 60_000) | 0;
    const inMinute = inDay - minute * 60_000;
    const second = (inMinute / 1000) | 0;
    view.setInt32(position + 11, minuteWords[2 * minute]!, true);
    view.setInt32(position + 15, minuteWords[2 * minute + 1]! | (fourDigits[second]! & ~0xffff), true);
    view.setInt32(position + 19, milliseconds[inMinute - second * 1000]!, true);
    this.#bytes[position + 23] = 90;
    this.position = position + 24;
  }
}

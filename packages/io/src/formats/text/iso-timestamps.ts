import { fourDigits } from './integer-digits';

/** The characters of a timestamp of the years 0000 to 9999: `2024-01-01T00:00:00.000Z`. */
export const isoLength = 24;

/** Whether `ms` is of the years 0000 to 9999: others have a sign and six digits. NaN is not. */
export const isPlainYear = (ms: number): boolean => ms >= -62_167_219_200_000 && ms <= 253_402_300_799_999;

/**
 * Writes timestamps with the characters of dates, minutes and milliseconds out of tables, as little-endian words. An
 * object, not a module's constants: bundlers make those variables, whose values engines must load again for each row.
 */
export class IsoTimestamps {
  /** `HH:M` and `M:` of each minute of a day. */
  readonly #minutes = new Int32Array(2 * 1440);
  readonly #seconds = new Int32Array(60);
  readonly #milliseconds = new Int32Array(1000);
  /** `YYYY-MM-DDT` of recent days, three words each, in the slot of the day's low 10 bits. */
  readonly #days = new Float64Array(1024).fill(Number.NaN);
  readonly #dates = new Int32Array(3 * 1024);

  constructor() {
    for (let minute = 0; minute < 1440; minute++) {
      const hour = Math.floor(minute / 60);
      this.#minutes.set(asWords(`${twoDigits(hour)}:${twoDigits(minute % 60)}:`), 2 * minute);
    }
    for (let second = 0; second < 60; second++) this.#seconds[second] = fourDigits[second]! & ~0xffff;
    for (let ms = 0; ms < 1000; ms++) this.#milliseconds[ms] = (fourDigits[ms]! & ~0xff) | 0x2e;
  }

  /** Writes whole milliseconds of a plain year, {@link isoLength} bytes. */
  write(view: DataView, at: number, ms: number): void {
    const day = Math.floor(ms / 86_400_000);
    const slot = day & 1023;
    if (this.#days[slot] !== day) this.#render(day, slot);
    const inDay = (ms - day * 86_400_000) | 0;
    const minute = (inDay / 60_000) | 0;
    const inMinute = inDay - minute * 60_000;
    const second = (inMinute / 1000) | 0;
    const dates = this.#dates;
    const minutes = this.#minutes;
    view.setInt32(at, dates[3 * slot]!, true);
    view.setInt32(at + 4, dates[3 * slot + 1]!, true);
    // Each of the next words covers what the one before it writes too much.
    view.setInt32(at + 8, dates[3 * slot + 2]!, true);
    view.setInt32(at + 11, minutes[2 * minute]!, true);
    view.setInt32(at + 15, minutes[2 * minute + 1]! | this.#seconds[second]!, true);
    view.setInt32(at + 19, this.#milliseconds[inMinute - second * 1000]!, true);
    view.setInt8(at + 23, 90);
  }

  #render(day: number, slot: number): void {
    this.#days[slot] = day;
    this.#dates.set(asWords(new Date(day * 86_400_000).toISOString().slice(0, 11)), 3 * slot);
  }
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** The ASCII characters of a text, four to a little-endian word. */
function asWords(text: string): Int32Array {
  const words = new Int32Array(Math.ceil(text.length / 4));
  for (let i = 0; i < text.length; i++) words[i >> 2]! |= text.charCodeAt(i) << (8 * (i & 3));
  return words;
}

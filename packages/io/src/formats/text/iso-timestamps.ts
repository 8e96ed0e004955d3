import { asciiDouble, asciiWord, doubleOf } from './ascii-words';
import { fourDigits } from './integer-digits';

/** The characters of a timestamp of the years 0000 to 9999: `2024-01-01T00:00:00.000Z`. */
export const isoLength = 24;

/** Whether `ms` is of the years 0000 to 9999: others have a sign and six digits. NaN is not. */
export const isPlainYear = (ms: number): boolean =>
  // Not farther from the middle of that time than its ends: one comparison.
  Math.abs(ms - 95_617_540_799_999.5) <= 157_784_759_999_999.5;

/** The hours of almost two years. */
const hourSlots = 16_384;

/**
 * Writes timestamps with the characters of hours, seconds and milliseconds out of tables, four stores each. The tables
 * are an object's, not a module's constants: bundlers make those variables, whose values engines must load again for
 * each row. Some numbers stand in the code for the same reason.
 */
export class IsoTimestamps {
  /** The recent hours, counted from 1 at the year 0000, each in the slot of its low bits. */
  readonly #hours = new Int32Array(hourSlots);
  /** `YYYY-MM-DDTHH:` of each: its first eight characters and its last eight. */
  readonly #dates = new Float64Array(2 * hourSlots);
  /** `MM:SS.` of each second of an hour. */
  readonly #seconds = new Float64Array(3600);
  /** `mmmZ` of each millisecond of a second. */
  readonly #milliseconds = new Int32Array(1000);

  constructor() {
    for (let i = 0; i < 3600; i++) {
      this.#seconds[i] = asciiDouble(`${twoDigits(Math.floor(i / 60))}:${twoDigits(i % 60)}.`, 0);
    }
    for (let ms = 0; ms < 1000; ms++) this.#milliseconds[ms] = (fourDigits[ms]! >>> 8) | (0x5a << 24);
  }

  /** Writes whole milliseconds of a plain year, {@link isoLength} bytes. */
  write(view: DataView, at: number, ms: number): void {
    // From the year 0000 on, no number is negative.
    const since = ms + 62_167_219_200_000;
    const hour = (since / 3_600_000) | 0;
    const slot = hour & 16_383;
    if (this.#hours[slot] !== hour + 1) this.#render(hour, slot);
    const inHour = (since - hour * 3_600_000) | 0;
    const second = (inHour / 1000) | 0;
    view.setFloat64(at, this.#dates[2 * slot]!, true);
    view.setFloat64(at + 6, this.#dates[2 * slot + 1]!, true);
    // Each of the next words covers what the one before it writes too much.
    view.setFloat64(at + 14, this.#seconds[second]!, true);
    view.setInt32(at + 20, this.#milliseconds[inHour - second * 1000]!, true);
  }

  #render(hour: number, slot: number): void {
    const date = new Date(hour * 3_600_000 - 62_167_219_200_000);
    const year = fourDigits[date.getUTCFullYear()]!;
    const month = fourDigits[date.getUTCMonth() + 1]! >>> 16;
    const day = fourDigits[date.getUTCDate()]! >>> 16;
    const ofDay = fourDigits[date.getUTCHours()]! >>> 16;
    this.#hours[slot] = hour + 1;
    this.#dates[2 * slot] = doubleOf(year, asciiWord('-\0\0-', 0) | (month << 8));
    this.#dates[2 * slot + 1] = doubleOf(
      (month >>> 8) | asciiWord('\0-', 0) | (day << 16),
      asciiWord('T\0\0:', 0) | (ofDay << 8),
    );
  }
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');

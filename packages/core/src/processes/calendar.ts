import { localHours } from './internal/local-hours';

/** Moments of a window by a daily and weekly cycle: the inverse distribution function of activity over time. */
export interface Calendar {
  /** Milliseconds since the epoch. */
  readonly start: number;
  readonly end: number;
  /** The moment below which the share `u` in [0, 1) of all activity lies. */
  at(u: number): number;
  /** The share of activity before a moment of the window. */
  shareBefore(moment: number): number;
}

const msPerHour = 3_600_000;

/** A window and its rhythm. */
export interface CalendarOptions {
  /** The first moment, ISO 8601. */
  readonly start: string;
  /** How many days of 24 hours. */
  readonly days: number;
  /** Where the cycles are lived: an IANA name. */
  readonly timeZone: string;
  /** Relative activity of the 24 hours. */
  readonly daily: readonly number[];
  /** Relative activity of Monday to Sunday. */
  readonly weekly: readonly number[];
}

/**
 * The calendar of a window: activity is constant within an hour and proportional to daily[local hour] x
 * weekly[local weekday].
 *
 * @example
 * ```ts
 * const flat = { daily: new Array(24).fill(1), weekly: new Array(7).fill(1) };
 * const when = calendar({ start: '2024-01-01T00:00:00Z', days: 2, timeZone: 'UTC', ...flat });
 * isoTimestamp(when.at(0.75)); // => '2024-01-02T12:00:00.000Z'
 * ```
 */
export function calendar({ start: from, days, timeZone, daily, weekly }: CalendarOptions): Calendar {
  const start = Date.parse(from);
  const hours = days * 24;
  const end = start + hours * msPerHour;
  const local = localHours(timeZone);
  const cumulative = new Float64Array(hours + 1);
  for (let h = 0; h < hours; h++) {
    const { hour, weekday } = local(start + h * msPerHour);
    cumulative[h + 1] = cumulative[h]! + daily[hour]! * weekly[weekday]!;
  }
  const total = cumulative[hours]!;
  for (let h = 1; h <= hours; h++) cumulative[h] = cumulative[h]! / total;

  // The first hour that a share of k / guides can fall in: the search starts there.
  const guides = hours;
  const guide = new Int32Array(guides);
  for (let k = 0, h = 0; k < guides; k++) {
    while (h < hours - 1 && cumulative[h + 1]! <= k / guides) h++;
    guide[k] = h;
  }

  return {
    start,
    end,
    at(u) {
      let h = guide[Math.min(guides - 1, Math.floor(u * guides))]!;
      while (h < hours - 1 && cumulative[h + 1]! <= u) h++;
      const width = cumulative[h + 1]! - cumulative[h]!;
      const within = width === 0 ? 0 : (u - cumulative[h]!) / width;
      return Math.min(end - 1, start + Math.floor((h + within) * msPerHour));
    },
    shareBefore(moment) {
      const place = Math.max(0, Math.min(hours, (moment - start) / msPerHour));
      const h = Math.min(hours - 1, Math.floor(place));
      return cumulative[h]! + (cumulative[h + 1]! - cumulative[h]!) * (place - h);
    },
  };
}

import { nonNegative, parameter, positive } from '../distributions/internal/parameter';
import type { InhomogeneousPoissonProcessParams } from './inhomogeneous-poisson-process';
import { localHours } from './internal/local-hours';

/** Options of {@link weeklyCycle}. */
export interface WeeklyCycleOptions {
  /** Expected arrivals in a day, averaged over the hours of a week; above 0. */
  readonly perDay: number;
  /** Relative activity of the 24 hours, each 0 or more. Default: all the same. */
  readonly daily?: readonly number[];
  /** Relative activity of Monday to Sunday, each 0 or more. Default: all the same. */
  readonly weekly?: readonly number[];
  /** Where the cycles are lived: an IANA name. Default: UTC. */
  readonly timeZone?: string;
}

const msPerHour = 3_600_000;
const hoursPerWeek = 168;

/**
 * The intensity of a daily cycle, a weekly cycle or both, for {@link inhomogeneousPoissonProcess}. Time is in
 * milliseconds since the epoch; the intensity, per millisecond, is constant within a local hour and proportional to
 * daily[local hour] x weekly[local weekday], as in {@link calendar}. `bound` is its greatest value. No draws.
 *
 * A week in which clocks change has an hour more or fewer, and its expected count differs by what that hour holds.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const evenings = Array.from({ length: 24 }, (_, hour) => (hour >= 18 ? 4 : 0));
 * const cycle = weeklyCycle({ perDay: 12, daily: evenings });
 * cycle.intensity(Date.parse('2024-01-01T17:59:59Z')); // => 0
 * (cycle.intensity(Date.parse('2024-01-01T18:00:00Z')) * 3_600_000).toFixed(6); // => '2.000000'
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('evenings').at(0);
 * const from = Date.parse('2024-01-01T00:00:00Z');
 * const arrivals = inhomogeneousPoissonProcess(cycle).arrivals(rng, from, from + 7 * 86_400_000);
 * arrivals.every((time) => new Date(time).getUTCHours() >= 18); // => true
 * ```
 */
export function weeklyCycle(options: WeeklyCycleOptions): InhomogeneousPoissonProcessParams {
  const { perDay, timeZone = 'UTC' } = options;
  const daily = activity('daily', 24, options.daily);
  const weekly = activity('weekly', 7, options.weekly);
  positive('perDay', perDay);
  parameter(isTimeZone(timeZone), 'timeZone', timeZone, "an IANA name such as 'Europe/Paris'");
  const local = localHours(timeZone);
  const ofWeek = weekly.flatMap((day) => daily.map((hour) => day * hour));
  const mean = ofWeek.reduce((sum, one) => sum + one, 0) / hoursPerWeek;
  const perMs = ofWeek.map((relative) => (relative / mean) * (perDay / 24 / msPerHour));
  return Object.freeze({
    intensity(time: number): number {
      const { hour, weekday } = local(Math.floor(time));
      return perMs[weekday * 24 + hour]!;
    },
    bound: Math.max(...perMs),
  });
}

/** Checked relative activities, scaled to a greatest of 1: no sum of their products overflows. */
function activity(
  field: string,
  length: number,
  given: readonly number[] = new Array<number>(length).fill(1),
): number[] {
  parameter(given.length === length, field, given, `${length} numbers`);
  given.forEach((one, i) => nonNegative(`${field}[${i}]`, one));
  const greatest = Math.max(...given);
  parameter(greatest > 0, field, given, 'above 0 somewhere');
  return given.map((one) => one / greatest);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

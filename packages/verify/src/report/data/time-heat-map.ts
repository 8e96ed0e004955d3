/** An hour of the week. */
export interface WeekHour {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly hour: number;
  /** Events by those of the mean hour of the week. */
  readonly ratio: number;
}

/** When interactions happen. */
export interface TimeHeatMap {
  readonly hours: readonly WeekHour[];
  readonly busiest: WeekHour;
}

/**
 * Events by hour and weekday, UTC.
 *
 * @param timestamps milliseconds since 1970-01-01T00:00:00Z, at least one
 */
export function timeHeatMap(timestamps: ArrayLike<number>): TimeHeatMap {
  const counts = new Float64Array(7 * 24);
  for (let k = 0; k < timestamps.length; k++) {
    const hours = Math.floor(timestamps[k]! / 3_600_000);
    // The epoch began on a Thursday.
    const hour = (((hours + 3 * 24) % counts.length) + counts.length) % counts.length;
    counts[hour]!++;
  }
  const hours = Array.from(counts, (count, at) => ({
    weekday: Math.floor(at / 24),
    hour: at % 24,
    ratio: (count * counts.length) / timestamps.length,
  }));
  return { hours, busiest: hours.reduce((most, one) => (one.ratio > most.ratio ? one : most)) };
}

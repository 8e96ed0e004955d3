/**
 * How much busier the busiest hour of the day (UTC) is than the average one: its share of the events times 24 (T14).
 * 1 when every hour is alike. NaN without events.
 *
 * @param timestamps milliseconds since 1970-01-01T00:00:00Z
 * @example
 * ```ts
 * diurnalPeak([0, 60_000, 3_600_000, 86_400_000]); // => 18
 * ```
 */
export function diurnalPeak(timestamps: ArrayLike<number>): number {
  const hours = new Int32Array(24);
  for (let k = 0; k < timestamps.length; k++) {
    const hour = Math.floor(timestamps[k]! / 3_600_000) % 24;
    hours[hour < 0 ? hour + 24 : hour]!++;
  }
  return (Math.max(...hours) / timestamps.length) * 24;
}

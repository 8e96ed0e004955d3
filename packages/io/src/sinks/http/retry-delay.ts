/** The longest wait that a server may ask for. */
const maxDelayMs = 30_000;

/**
 * Milliseconds to wait before the next try: what the server asks for by Retry-After (seconds, or a date), at most 30 s,
 * else 0.5 s, doubled at each try.
 *
 * @param attempt how many tries there were
 */
export function retryDelay(attempt: number, retryAfter: string | null, now: number): number {
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  const asked = Number.isNaN(seconds) ? Date.parse(retryAfter ?? '') - now : seconds * 1000;
  const delay = Number.isNaN(asked) ? 500 << Math.min(attempt - 1, 6) : asked;
  return Math.min(maxDelayMs, Math.max(0, delay));
}

import type { InteractionMatrix } from '@synth/interactions';

const gapMs = 30 * 60_000;

/** Sessions are events of one user with gaps of at most 30 minutes: their mean length, and how many are one event (T12). */
export function sessionFigures(matrix: InteractionMatrix): Record<string, number> {
  const { timestamps, indptr } = matrix;
  if (timestamps === undefined) return { sessionLength: Number.NaN, oneEventSessions: Number.NaN };
  let sessions = 0;
  let single = 0;
  for (let user = 0; user < matrix.rows; user++) {
    const times = timestamps.slice(indptr[user]!, indptr[user + 1]!).sort();
    let length = 0;
    times.forEach((time, at) => {
      length++;
      if (at + 1 < times.length && times[at + 1]! - time <= gapMs) return;
      sessions++;
      if (length === 1) single++;
      length = 0;
    });
  }
  return { sessionLength: timestamps.length / sessions, oneEventSessions: single / sessions };
}

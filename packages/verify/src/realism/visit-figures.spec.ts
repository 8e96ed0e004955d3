import type { Visits } from './visit-figures';
import { visitFigures } from './visit-figures';

const minute = 60_000;

const visits = (rows: readonly (readonly [number, number, number, number?])[], byUser = true): Visits => ({
  keyOf: Int32Array.from(rows, ([key]) => key),
  keys: Math.max(...rows.map(([key]) => key)) + 1,
  times: Float64Array.from(rows, ([, minutes]) => minutes * minute),
  purchases: rows.map(([, , purchase]) => purchase),
  items: rows.map(() => -1),
  sessions: rows.map(([, , , session]) => session ?? -1),
  byUser,
});

it('a session goes on for 30 minutes, and not for more', () => {
  const at = (gap: number) =>
    visitFigures(
      visits([
        [0, gap, 0],
        [0, 0, 1],
      ]),
    );
  expect(at(30)).toMatchObject({ sessionLength: 2, oneEventSessions: 0, buyingSessions: 1 });
  expect(at(30 + 1 / minute)).toMatchObject({ sessionLength: 1, oneEventSessions: 1, buyingSessions: 0.5 });
});

it('without times a session is what the table calls one', () => {
  const rows = [
    [0, Number.NaN, 0, 0],
    [0, Number.NaN, 1, 0],
    [1, Number.NaN, 0, 1],
  ] as const;
  expect(visitFigures(visits(rows))).toMatchObject({
    sessionLength: 1.5,
    oneEventSessions: 0.5,
    buyingSessions: 0.5,
    burstiness: Number.NaN,
    diurnalPeak: Number.NaN,
  });
});

it('without users each key is a session, and nobody repeats or has activity', () => {
  const found = visitFigures(
    visits(
      [
        [0, 0, 0],
        [0, 500, 1],
        [1, 0, 0],
      ],
      false,
    ),
  );
  expect(found).toMatchObject({ sessionLength: 1.5, buyingSessions: 0.5, repeatShare: Number.NaN });
  expect(found).not.toHaveProperty('eventsMedian');
});

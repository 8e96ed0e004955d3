import { interactions } from '../interactions';

it.each([
  ['standard', {}],
  ['music-streaming-like', { items: 2000 }],
] as const)('the rows of %s are the same with and without sessions, over many batches', (preset, options) => {
  // A block of several batches, which end in the middle of users.
  const rowsOf = (sessionIds: boolean) =>
    Array.from(
      interactions({ preset, users: 1500, ...options, sessionIds }).rows('interactions'),
      ({ user_id, item_id, timestamp, plays }) => [user_id, item_id, timestamp, plays].join(),
    );
  const rows = rowsOf(false);
  expect(rows.length).toBeGreaterThan(2 * 8192);
  const others = rowsOf(true);
  expect(others.length).toBe(rows.length);
  const differs = rows.findIndex((row, i) => row !== others[i]);
  expect([rows[differs], others[differs]]).toEqual([undefined, undefined]);
});

import type { Buckets } from './buckets';
import type { DayRoster } from './day-roster';
import { LaterStarters } from './later-starters';
import type { Directions, PairSpace } from './pair-space';

/**
 * Numbers the pairs of seekers and others that may meet: near, with a shared day. Of two who share one, one starts within
 * the stay of the other: travellers among themselves are numbered by who starts first, and then by who looks for whom;
 * travellers and groups by who starts first, travellers before groups.
 */
export function meetingSpace(
  seekers: DayRoster,
  others: DayRoster,
  buckets: Buckets,
  directions: Directions,
): PairSpace {
  const n = seekers.rows.length;
  const near = nearPairs(seekers, others, buckets);
  const ends = { seekers: seekers.rows, others: others.rows };
  const later = new LaterStarters(seekers, others, buckets, true);
  if (others === seekers) {
    if (directions === 'both') {
      return {
        ...ends,
        all: (n * (n - 1)) / 2,
        near: near / 2,
        size: later.size,
        mutual: true,
        at: (index, into) => later.at(index, into),
      };
    }
    return {
      ...ends,
      all: n * (n - 1),
      near,
      size: 2 * later.size,
      mutual: false,
      at(index, into) {
        const half = Math.floor(index / 2);
        later.at(half, into);
        if (2 * half === index) return;
        const { seeker } = into;
        into.seeker = into.other;
        into.other = seeker;
      },
    };
  }
  const earlier = new LaterStarters(others, seekers, buckets, false);
  return {
    ...ends,
    all: n * others.rows.length,
    near,
    size: later.size + earlier.size,
    mutual: false,
    at(index, into) {
      if (index < later.size) {
        later.at(index, into);
        return;
      }
      earlier.at(index - later.size, into);
      const { seeker } = into;
      into.seeker = into.other;
      into.other = seeker;
    },
  };
}

/** The ordered pairs whose buckets are near; nobody with himself. */
function nearPairs(seekers: DayRoster, others: DayRoster, buckets: Buckets): number {
  const sizeOf = ({ starts, days: { count } }: DayRoster, bucket: number): number =>
    starts[(bucket + 1) * count]! - starts[bucket * count]!;
  let pairs = seekers === others ? -seekers.rows.length : 0;
  for (let a = 0; a < buckets.count; a++) {
    for (const b of buckets.near(a)) pairs += sizeOf(seekers, a) * sizeOf(others, b);
  }
  return pairs;
}

import type { Buckets } from './buckets';
import type { Roster } from './roster';

/** A seeker and another, or a group: rows of profiles, or indices into a space's lists of rows. */
export interface Pair {
  seeker: number;
  other: number;
}

/** Pairs that may become events, numbered without a list of them. */
export interface PairSpace {
  /** How many pairs there are, near or far. */
  readonly all: number;
  /** How many are not certainly too far apart. */
  readonly near: number;
  /** How many have a number: [0, size). All that are near, or of them those that share a day. */
  readonly size: number;
  /** Whether a numbered pair stands for both decisions: the seeker's, and the other's. */
  readonly mutual: boolean;
  /** Finds the pair of a number, as indices into `seekers` and `others`. */
  at(index: number, into: Pair): void;
  /** Rows of seekers and of others, neighbours in space side by side. */
  readonly seekers: Int32Array;
  readonly others: Int32Array;
}

/** How a space counts pairs of seekers among themselves. */
export type Directions = 'one' | 'both';

/**
 * Numbers the pairs of seekers and others whose buckets are near: bucket pair after bucket pair, and within one by
 * seeker and other. A seeker makes no pair with itself.
 *
 * @param directions of seekers among themselves: `one` numbers (a, b) and (b, a), `both` each two once, which then
 *   stand for both events
 */
export function pairSpace(
  seekers: Roster,
  others: Roster,
  buckets: Buckets,
  directions: Directions,
): PairSpace {
  const own = others === seekers;
  const unordered = own && directions === 'both';
  const sizeOf = ({ starts }: Roster, bucket: number): number => starts[bucket + 1]! - starts[bucket]!;

  const bucketsA: number[] = [];
  const bucketsB: number[] = [];
  const ends: number[] = [];
  let size = 0;
  for (let a = 0; a < buckets.count; a++) {
    const inA = sizeOf(seekers, a);
    if (inA === 0) continue;
    for (const b of buckets.near(a)) {
      if (unordered && b < a) continue;
      const same = own && a === b;
      const pairs = inA * (same ? inA - 1 : sizeOf(others, b));
      if (pairs === 0) continue;
      size += unordered && same ? pairs / 2 : pairs;
      bucketsA.push(a);
      bucketsB.push(b);
      ends.push(size);
    }
  }
  const cellAt = cellFinder(ends, size);
  const n = seekers.rows.length;
  return {
    seekers: seekers.rows,
    others: others.rows,
    all: own ? (n * (n - 1)) / (unordered ? 2 : 1) : n * others.rows.length,
    near: size,
    size,
    mutual: unordered,
    at(index, into) {
      const cell = cellAt(index);
      const a = bucketsA[cell]!;
      const b = bucketsB[cell]!;
      const within = cell === 0 ? index : index - ends[cell - 1]!;
      let i: number;
      let j: number;
      if (unordered && a === b) {
        // Triangle: pairs with the higher member j begin at j (j - 1) / 2.
        j = Math.floor((1 + Math.sqrt(1 + 8 * within)) / 2);
        if ((j * (j - 1)) / 2 > within) j--;
        i = within - (j * (j - 1)) / 2;
      } else {
        const width = own && a === b ? sizeOf(seekers, a) - 1 : sizeOf(others, b);
        i = Math.floor(within / width);
        j = within - i * width;
        if (own && a === b && j >= i) j++;
      }
      into.seeker = seekers.starts[a]! + i;
      into.other = others.starts[b]! + j;
    },
  };
}

/** Finds the first cell that ends beyond an index; a guide says where to begin to look. */
function cellFinder(ends: readonly number[], size: number): (index: number) => number {
  const guides = 2 * ends.length + 1;
  const guide = new Int32Array(guides);
  const perGuide = size / guides;
  for (let k = 0, cell = 0; k < guides; k++) {
    while (cell < ends.length - 1 && ends[cell]! <= k * perGuide) cell++;
    guide[k] = cell;
  }
  return (index) => {
    let cell = guide[Math.min(guides - 1, Math.floor(index / perGuide))]!;
    // A guide may be rounded to one cell too far.
    while (cell > 0 && ends[cell - 1]! > index) cell--;
    while (ends[cell]! <= index) cell++;
    return cell;
  };
}

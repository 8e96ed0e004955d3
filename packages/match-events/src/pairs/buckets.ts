import type { Places } from '../people/places';

/** Places in buckets, and which buckets may lie within a distance of each other. */
export interface Buckets {
  /** One more than buckets of places: the last is of those whose place is unknown, and is near to every other. */
  readonly count: number;
  /** The bucket of each place. */
  readonly of: Int32Array;
  /** Whether a bucket is a point, so that near buckets are those within the distance, and no others. */
  readonly exact: boolean;
  /** The buckets near a bucket, itself among them, ascending. */
  near(bucket: number): readonly number[];
}

/** Up to as many places, each is a bucket of its own. */
const single = 512;

const kmPerDegree = 111.195;

/** Which buckets of places may hold two within `limitKm` of each other. */
export function bucketsOf(places: Places, limitKm: number): Buckets {
  const exact = places.names.length <= single;
  const of = numbered(exact ? pointsOf(places) : cellsOf(places));
  const count = of.reduce((most, bucket) => Math.max(most, bucket + 1), 0);
  const unknown = count;
  // A bucket is the ball around its first place that holds the others.
  const centres = new Int32Array(count).fill(-1);
  const radii = new Float64Array(count);
  of.forEach((bucket, place) => {
    if (centres[bucket] === -1) centres[bucket] = place;
    radii[bucket] = Math.max(radii[bucket]!, places.kilometres(centres[bucket]!, place));
  });
  const latitude = (bucket: number): number => places.latitudes[centres[bucket]!]!;
  const bySouth = Int32Array.from({ length: count }, (_, bucket) => bucket);
  bySouth.sort((a, b) => latitude(a) - latitude(b));
  const widest = radii.reduce((most, radius) => Math.max(most, radius), 0);

  const near = Array.from({ length: count }, (): number[] => [unknown]);
  bySouth.forEach((a, i) => {
    near[a]!.push(a);
    for (let j = i + 1; j < count; j++) {
      const b = bySouth[j]!;
      if ((latitude(b) - latitude(a)) * kmPerDegree > limitKm + radii[a]! + widest + 1) break;
      if (places.kilometres(centres[a]!, centres[b]!) > limitKm + radii[a]! + radii[b]!) continue;
      near[a]!.push(b);
      near[b]!.push(a);
    }
  });
  for (const list of near) list.sort((a, b) => a - b);
  near.push(Array.from({ length: count + 1 }, (_, bucket) => bucket));
  return { count: count + 1, of, exact, near: (bucket) => near[bucket]! };
}

/** A key of each place, by latitude and longitude. */
function pointsOf({ latitudes, longitudes }: Places): Float64Array {
  const order = Int32Array.from(latitudes.keys());
  order.sort((a, b) => latitudes[a]! - latitudes[b]! || longitudes[a]! - longitudes[b]!);
  const keys = new Float64Array(order.length);
  order.forEach((place, rank) => (keys[place] = rank));
  return keys;
}

/** A key of the cell of one degree that each place lies in. */
function cellsOf({ latitudes, longitudes }: Places): Float64Array {
  return latitudes.map(
    (latitude, place) => (Math.floor(latitude) + 90) * 361 + Math.floor(longitudes[place]!) + 180,
  );
}

/** Numbers keys by their order, so that buckets do not depend on who named which place first. */
function numbered(keys: Float64Array): Int32Array {
  const distinct = [...new Set(keys)].sort((a, b) => a - b);
  const ranks = new Map(distinct.map((key, rank) => [key, rank]));
  return Int32Array.from(keys, (key) => ranks.get(key)!);
}

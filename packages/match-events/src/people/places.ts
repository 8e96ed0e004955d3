const earthRadiusKm = 6371;
const radians = Math.PI / 180;

/** Places on the earth, and how far they are from each other. */
export interface Places {
  readonly names: readonly string[];
  readonly latitudes: Float64Array;
  readonly longitudes: Float64Array;
  /** Great-circle distance (haversine) of two places by index; NaN where one is unknown (-1). */
  readonly kilometres: (a: number, b: number) => number;
}

/** With up to this many places, every distance is worked out once. */
const tabled = 512;

/** Places by their coordinates in degrees. */
export function places(names: readonly string[], latitudes: Float64Array, longitudes: Float64Array): Places {
  const count = names.length;
  // On the unit sphere half the chord is sqrt(haversine): no angle functions a pair but one.
  const points = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    const latitude = latitudes[i]! * radians;
    const longitude = longitudes[i]! * radians;
    points[3 * i] = Math.cos(latitude) * Math.cos(longitude);
    points[3 * i + 1] = Math.cos(latitude) * Math.sin(longitude);
    points[3 * i + 2] = Math.sin(latitude);
  }
  const distance = (a: number, b: number): number => {
    if (a < 0 || b < 0) return Number.NaN;
    const x = points[3 * a]! - points[3 * b]!;
    const y = points[3 * a + 1]! - points[3 * b + 1]!;
    const z = points[3 * a + 2]! - points[3 * b + 2]!;
    return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(x * x + y * y + z * z) / 2));
  };
  if (count > tabled) return { names, latitudes, longitudes, kilometres: distance };
  const table = new Float64Array(count * count);
  for (let a = 0; a < count; a++) for (let b = 0; b < count; b++) table[a * count + b] = distance(a, b);
  const kilometres = (a: number, b: number): number => (a < 0 || b < 0 ? Number.NaN : table[a * count + b]!);
  return { names, latitudes, longitudes, kilometres };
}

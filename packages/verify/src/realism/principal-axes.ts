/** Where vectors lie on the two axes along which they differ most. */
export interface PrincipalPlaces {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Shares of the variance on both axes. */
  readonly shares: readonly [number, number];
}

const rounds = 60;

/**
 * Principal component analysis by power iteration: the first two axes, each turned so that its largest entry is
 * positive. Undefined under three vectors, and where none differs.
 *
 * @param values vectors of `width`, one after the other
 */
export function principalAxes(values: Float32Array, width: number): PrincipalPlaces | undefined {
  const n = width === 0 ? 0 : values.length / width;
  if (n < 3 || width < 2) return undefined;
  const mean = new Float64Array(width);
  values.forEach((value, at) => (mean[at % width]! += value / n));
  const centred = Float64Array.from(values, (value, at) => value - mean[at % width]!);
  const whole = centred.reduce((sum, value) => sum + value * value, 0);
  if (!(whole > 1e-9 * n)) return undefined;
  const first = axisOf(centred, width, n);
  const x = placesOn(first, centred, width, n);
  for (let row = 0; row < n; row++)
    for (let at = 0; at < width; at++) centred[row * width + at]! -= x[row]! * first[at]!;
  const y = placesOn(axisOf(centred, width, n), centred, width, n);
  const share = (places: Float64Array): number =>
    places.reduce((sum, place) => sum + place * place, 0) / whole;
  return { x, y, shares: [share(x), share(y)] };
}

function axisOf(centred: Float64Array, width: number, n: number): Float64Array {
  // Begins at the vector that lies farthest out: it is no right angle away from the axis.
  let far = 0;
  let most = -1;
  for (let row = 0; row < n; row++) {
    let length = 0;
    for (let at = 0; at < width; at++) length += centred[row * width + at]! * centred[row * width + at]!;
    if (length > most) [far, most] = [row, length];
  }
  let axis = unit(Float64Array.from(centred.subarray(far * width, (far + 1) * width)));
  for (let round = 0; round < rounds; round++) {
    const places = placesOn(axis, centred, width, n);
    const next = new Float64Array(width);
    for (let row = 0; row < n; row++)
      for (let at = 0; at < width; at++) next[at]! += places[row]! * centred[row * width + at]!;
    axis = unit(next);
  }
  const largest = axis.reduce((best, one) => (Math.abs(one) > Math.abs(best) ? one : best), 0);
  return largest < 0 ? axis.map((one) => -one) : axis;
}

function placesOn(axis: Float64Array, centred: Float64Array, width: number, n: number): Float64Array {
  const places = new Float64Array(n);
  for (let row = 0; row < n; row++)
    for (let at = 0; at < width; at++) places[row]! += centred[row * width + at]! * axis[at]!;
  return places;
}

function unit(axis: Float64Array): Float64Array {
  const length = Math.sqrt(axis.reduce((sum, one) => sum + one * one, 0));
  return length > 0 ? axis.map((one) => one / length) : axis;
}

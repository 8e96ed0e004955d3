/** Sorts values by keys; one for a model, as it keeps scratch. */
export type SortBy = (keys: Float64Array, values: Int32Array, count: number) => void;

/** Up to so many, insertion is the fastest. */
const few = 24;

/** Buckets an element, at the least. */
const spread = 2;

/**
 * Sorts the first `count` of `values` by ascending `keys`, each 0 or more, and the keys with them; equal keys keep
 * their order. Elements go to buckets by the leading bits of their keys, which are a logarithmic scale, and insertion
 * puts what little is out of order right: linear in `count` where the logarithms of keys are spread.
 */
export function sorterBy(): SortBy {
  let sortedKeys = new Float64Array(64);
  let sortedValues = new Int32Array(64);
  let places = new Int32Array(256);
  // The upper half of a double of 0 or more, as an integer, grows with it.
  let bits = new Int32Array(sortedKeys.buffer);
  const upper = isLittleEndian() ? 1 : 0;

  return (keys, values, count) => {
    if (count <= few) {
      insert(keys, values, count);
      return;
    }
    if (sortedKeys.length < count) {
      sortedKeys = new Float64Array(2 * count);
      bits = new Int32Array(sortedKeys.buffer);
      sortedValues = new Int32Array(2 * count);
    }
    let least = 0x7fffffff;
    let greatest = 0;
    for (let i = 0; i < count; i++) {
      sortedKeys[i] = keys[i]!;
      const code = bits[2 * i + upper]!;
      if (code < least) least = code;
      if (code > greatest) greatest = code;
    }
    const wanted = 31 - Math.clz32(spread * count) + 1;
    const shift = Math.max(0, 32 - Math.clz32(greatest - least) - wanted);
    const buckets = ((greatest - least) >>> shift) + 1;
    if (places.length < buckets + 1) places = new Int32Array(2 * buckets + 1);
    places.fill(0, 0, buckets + 1);
    for (let i = 0; i < count; i++) places[((bits[2 * i + upper]! - least) >>> shift) + 1]!++;
    for (let bucket = 0; bucket < buckets; bucket++) places[bucket + 1]! += places[bucket]!;
    for (let i = 0; i < count; i++) {
      const place = places[(bits[2 * i + upper]! - least) >>> shift]!++;
      sortedValues[place] = values[i]!;
      keys[place] = sortedKeys[i]!;
    }
    for (let i = 0; i < count; i++) values[i] = sortedValues[i]!;
    insert(keys, values, count);
  };
}

function insert(keys: Float64Array, values: Int32Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const key = keys[i]!;
    let j = i - 1;
    if (!(keys[j]! > key)) continue;
    const value = values[i]!;
    while (j >= 0 && keys[j]! > key) {
      keys[j + 1] = keys[j]!;
      values[j + 1] = values[j]!;
      j--;
    }
    keys[j + 1] = key;
    values[j + 1] = value;
  }
}

const isLittleEndian = (): boolean => new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

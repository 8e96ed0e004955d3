import type { ByteSink } from './byte-sink';

/**
 * Integers as Parquet's hybrid of runs and bit packing: a value that repeats 8 times or more becomes a run, what stands
 * between runs is packed in groups of 8.
 *
 * @param width the bits of each value, 0 to 24
 */
export function writeHybrid(
  sink: ByteSink,
  values: ArrayLike<number>,
  from: number,
  to: number,
  width: number,
): void {
  let packedFrom = from;
  for (let i = from; i < to;) {
    const value = values[i]!;
    let end = i + 1;
    while (end < to && values[end] === value) end++;
    // Packed groups are whole: a run first fills up the one before it.
    const filling = -(i - packedFrom) & 7;
    if (end - i - filling >= 8) {
      writePacked(sink, values, packedFrom, i + filling, width);
      sink.varint(2 * (end - i - filling));
      sink.reserve(4);
      for (let bits = 0, rest = value; bits < width; bits += 8, rest >>= 8) sink.bytes[sink.length++] = rest;
      packedFrom = end;
    }
    i = end;
  }
  writePacked(sink, values, packedFrom, to, width);
}

function writePacked(
  sink: ByteSink,
  values: ArrayLike<number>,
  from: number,
  to: number,
  width: number,
): void {
  if (from === to) return;
  const groups = Math.ceil((to - from) / 8);
  sink.varint(2 * groups + 1);
  sink.reserve(groups * width + 4);
  const { bytes } = sink;
  const end = sink.length + groups * width;
  let at = sink.length;
  let pending = 0;
  let bits = 0;
  for (let i = from; i < to; i++) {
    pending |= values[i]! << bits;
    bits += width;
    while (bits >= 8) {
      bytes[at++] = pending;
      pending >>>= 8;
      bits -= 8;
    }
  }
  if (bits > 0) bytes[at++] = pending;
  bytes.fill(0, at, end);
  sink.length = end;
}

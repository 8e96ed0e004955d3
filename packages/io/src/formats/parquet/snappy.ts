import { ByteSink } from './byte-sink';

const hashBits = 14;
const maxOffset = 65_535;

/**
 * Compresses by the Snappy format: the length, then literals and copies of what was met within the last 64 KiB. Greedy
 * matches of at least four bytes found by a table of hashes; where none are found, steps grow, so that what does not
 * compress passes fast.
 */
export class Snappy {
  readonly #positions = new Int32Array(1 << hashBits);
  readonly #sink = new ByteSink(1 << 16);

  /** The compressed bytes, as a view until the next call. */
  compress(input: Uint8Array): Uint8Array {
    const sink = this.#sink;
    const { length } = input;
    sink.length = 0;
    sink.varint(length);
    // Literals add at most one byte to 60, and copies never grow.
    sink.reserve(length + Math.ceil(length / 6) + 32);
    const view = new DataView(input.buffer, input.byteOffset, length);
    const positions = this.#positions.fill(-1);
    let literal = 0;
    let at = 0;
    let misses = 32;
    while (at + 8 <= length) {
      const word = view.getInt32(at, true);
      const hash = Math.imul(word, 0x1e35a7bd) >>> (32 - hashBits);
      const candidate = positions[hash]!;
      positions[hash] = at;
      if (candidate < 0 || at - candidate > maxOffset || view.getInt32(candidate, true) !== word) {
        at += misses++ >> 5;
        continue;
      }
      misses = 32;
      const end = matchEnd(view, candidate + 4, at + 4, length);
      if (literal < at) writeLiteral(sink, input, literal, at);
      writeCopy(sink, at - candidate, end - at);
      at = end;
      literal = end;
    }
    if (literal < length) writeLiteral(sink, input, literal, length);
    return sink.contents();
  }
}

/** Where the bytes from `at` on cease to equal those from `candidate` on. */
function matchEnd(view: DataView, candidate: number, at: number, length: number): number {
  let earlier = candidate;
  let end = at;
  while (end + 4 <= length && view.getInt32(end, true) === view.getInt32(earlier, true)) {
    end += 4;
    earlier += 4;
  }
  while (end < length && view.getUint8(end) === view.getUint8(earlier)) {
    end++;
    earlier++;
  }
  return end;
}

function writeLiteral(sink: ByteSink, input: Uint8Array, from: number, to: number): void {
  const { bytes } = sink;
  const size = to - from;
  let at = sink.length;
  const less = size - 1;
  if (less < 60) bytes[at++] = less << 2;
  else {
    const extra = less < 256 ? 1 : less < 65_536 ? 2 : less < 16_777_216 ? 3 : 4;
    bytes[at++] = (59 + extra) << 2;
    for (let i = 0, rest = less; i < extra; i++, rest >>>= 8) bytes[at++] = rest;
  }
  if (size <= 24) for (let i = from; i < to; i++) bytes[at++] = input[i]!;
  else {
    bytes.set(input.subarray(from, to), at);
    at += size;
  }
  sink.length = at;
}

function writeCopy(sink: ByteSink, offset: number, size: number): void {
  const { bytes } = sink;
  let at = sink.length;
  let rest = size;
  // A copy holds 64 bytes at most, and what is left must be 4 at least.
  while (rest > 0) {
    const part = rest > 67 ? 64 : rest > 64 ? 60 : rest;
    if (part < 12 && offset < 2048) {
      bytes[at++] = 1 | ((part - 4) << 2) | ((offset >> 8) << 5);
      bytes[at++] = offset;
    } else {
      bytes[at++] = 2 | ((part - 1) << 2);
      bytes[at++] = offset;
      bytes[at++] = offset >> 8;
    }
    rest -= part;
  }
  sink.length = at;
}

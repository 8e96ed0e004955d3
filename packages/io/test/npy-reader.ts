import { crc32 } from 'node:zlib';

/** An array as a `.npy` file has it. */
export interface NpyArray {
  readonly descr: string;
  readonly shape: readonly number[];
  readonly values: readonly (number | bigint | string)[];
}

/** Reads a `.npy` file: an independent reader for tests, of the types that the formats write. */
export function readNpy(file: Uint8Array): NpyArray {
  const bytes = Buffer.from(file);
  expect(bytes.toString('latin1', 0, 8)).toBe('\x93NUMPY\x01\x00');
  const start = 10 + bytes.readUInt16LE(8);
  expect(start % 64).toBe(0);
  const header = /^\{'descr': '([^']+)', 'fortran_order': False, 'shape': \(([\d, ]*)\), \} *\n$/.exec(
    bytes.toString('latin1', 10, start),
  )!;
  const shape = header[2]!
    .split(',')
    .filter((text) => text.trim() !== '')
    .map(Number);
  const count = shape.reduce((product, size) => product * size, 1);
  const descr = header[1]!;
  const width = Number(/\d+/.exec(descr)![0]) * (descr.startsWith('<U') ? 4 : 1);
  expect(bytes.length - start).toBe(count * width);
  const at = (i: number): number | bigint | string => {
    const offset = start + i * width;
    if (descr === '<f4') return bytes.readFloatLE(offset);
    if (descr === '<f8') return bytes.readDoubleLE(offset);
    if (descr === '<i4') return bytes.readInt32LE(offset);
    if (descr === '<u4') return bytes.readUInt32LE(offset);
    if (descr === '<i8' || descr === '<M8[ms]') return bytes.readBigInt64LE(offset);
    if (descr === '|b1') return bytes[offset]!;
    if (descr.startsWith('|S')) return bytes.toString('latin1', offset, offset + width);
    const points = Array.from({ length: width / 4 }, (_, k) => bytes.readUInt32LE(offset + 4 * k));
    return String.fromCodePoint(...points.filter((point) => point !== 0));
  };
  return { descr, shape, values: Array.from({ length: count }, (_, i) => at(i)) };
}

/** The arrays of a `.npz` file, by its central directory. */
export function readNpz(file: Uint8Array): Record<string, NpyArray> {
  const bytes = Buffer.from(file);
  const end = bytes.length - 98;
  expect(bytes.readUInt32LE(end)).toBe(0x06064b50);
  expect(bytes.readUInt32LE(end + 76)).toBe(0x06054b50);
  const arrays: Record<string, NpyArray> = {};
  let at = Number(bytes.readBigUInt64LE(end + 48));
  for (let i = 0; i < Number(bytes.readBigUInt64LE(end + 32)); i++) {
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('latin1', at + 46, at + 46 + nameLength);
    const extra = at + 46 + nameLength + 4;
    const size = Number(bytes.readBigUInt64LE(extra));
    const offset = Number(bytes.readBigUInt64LE(extra + 16));
    expect(bytes.readUInt32LE(offset)).toBe(0x04034b50);
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const member = bytes.subarray(start, start + size);
    expect(crc32(member)).toBe(bytes.readUInt32LE(at + 16));
    expect(bytes.readUInt32LE(offset + 14)).toBe(bytes.readUInt32LE(at + 16));
    arrays[name.replace(/\.npy$/, '')] = readNpy(member);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30);
  }
  expect(at).toBe(end);
  return arrays;
}

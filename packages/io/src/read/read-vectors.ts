import { basename } from 'node:path';
import type { InputTable } from '@synth/core';
import { fileBytes } from './file-bytes';
import { readError } from './read-error';

/**
 * The vectors of a `.npy` file as a table with the column `vector`: row i holds row i of the array.
 *
 * Takes arrays of two dimensions, of little-endian `float32` or `float64`, in C order: what `numpy.save` writes.
 * Format: NumPy Enhancement Proposal 1, versions 1.0 to 3.0; gzip by content.
 *
 * @throws SynthError `INPUT_UNREADABLE`, `INPUT_EMPTY`, `INPUT_TRUNCATED`, `INPUT_SYNTAX`
 */
export async function readVectors(path: string): Promise<InputTable> {
  const pieces: Buffer[] = [];
  for await (const piece of fileBytes(path)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (bytes.length === 0) {
    throw readError('INPUT_EMPTY', { path }, 'it holds nothing', { remedy: 'save an array with numpy.save' });
  }
  const { start, elementBytes, rows, width } = header(path, bytes);
  if (bytes.length < start + rows * width * elementBytes) {
    throw readError('INPUT_TRUNCATED', { path }, `it ends before its ${rows} x ${width} numbers do`, {
      remedy: 'copy or download the file again',
    });
  }
  const read =
    elementBytes === 4 ? (at: number) => bytes.readFloatLE(at) : (at: number) => bytes.readDoubleLE(at);
  const vectorAt = (row: number): readonly number[] =>
    Array.from({ length: width }, (_, column) => read(start + (row * width + column) * elementBytes));
  return {
    rows: Array.from({ length: rows }, (_, row) => ({ vector: vectorAt(row) })),
    source: basename(path),
  };
}

interface Header {
  /** Where the numbers begin. */
  readonly start: number;
  readonly elementBytes: 4 | 8;
  readonly rows: number;
  readonly width: number;
}

const magic = Buffer.from('\x93NUMPY', 'latin1');

function header(path: string, bytes: Buffer): Header {
  const refused = (message: string): Error =>
    readError('INPUT_SYNTAX', { path }, message, {
      allowed: 'a two-dimensional array of little-endian float32 or float64 in C order',
      remedy: 'save it with numpy.save(file, array.astype("float32"))',
    });
  if (bytes.length < 12 || !bytes.subarray(0, 6).equals(magic)) throw refused('it is no .npy file');
  // Version 1 has two bytes for the length of the header, later ones four.
  const [start, length] = bytes[6] === 1 ? [10, bytes.readUInt16LE(8)] : [12, bytes.readUInt32LE(8)];
  const text = bytes.toString('latin1', start, start + length);
  const type = /'descr': *'<f([48])'/.exec(text)?.[1];
  const shape = /'shape': *\((\d+), *(\d+)\)/.exec(text);
  if (type === undefined || shape === null || !/'fortran_order': *False/.test(text)) {
    throw refused(`it holds ${text.trim()}`);
  }
  return {
    start: start + length,
    elementBytes: type === '4' ? 4 : 8,
    rows: Number(shape[1]),
    width: Number(shape[2]),
  };
}

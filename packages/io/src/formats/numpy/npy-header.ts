/** Bytes of a header that is patched when its file ends: room for the longest shape. */
export const patchedHeaderBytes = 192;

/**
 * The header of a `.npy` file, version 1.0: a Python dictionary of the element type, the order of the elements (C) and
 * the shape, padded with spaces to a multiple of 64 bytes so that the data is aligned.
 *
 * @param descr the type as NumPy writes it: `<f4`, `<U12`, `<M8[ms]`
 * @param size the header's length, a multiple of 64; default the least
 */
export function npyHeader(descr: string, shape: readonly number[], size?: number): Uint8Array {
  const dimensions = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const dictionary = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${dimensions}), }`;
  const length = size ?? 64 * Math.ceil((10 + dictionary.length + 1) / 64);
  const header = Buffer.alloc(length, ' ');
  header.write('\x93NUMPY\x01\x00', 0, 'latin1');
  header.writeUInt16LE(length - 10, 8);
  header.write(dictionary, 10, 'latin1');
  header.write('\n', length - 1, 'latin1');
  return new Uint8Array(header);
}

import type { FileAssembler } from '../format';
import type { NpzArray } from '../numpy/npz-assembler';
import { NpzAssembler } from '../numpy/npz-assembler';
import type { MatrixMeta } from './matrix-encoder';
import { unpackMeta } from '../numpy/packed-meta';
import { unpackVarints } from './varints';

/** A matrix in compressed sparse rows as `scipy.sparse.save_npz` writes one. */
export function matrixAssembler(items: number): FileAssembler {
  const blocks: MatrixMeta[] = [];
  return new NpzAssembler<MatrixMeta>({
    name: 'indices',
    descr: '<i4',
    elementBytes: 4,
    add: (meta) => blocks.push(meta),
    end: (entries) => {
      const users = blocks.reduce((sum, block) => sum + countsOf(block).length, 0);
      const wide = entries >= 2147483648;
      const arrays: NpzArray[] = [
        {
          name: 'indptr',
          descr: wide ? '<i8' : '<i4',
          shape: [users + 1],
          bytes: () => indptr(blocks, wide),
        },
        { name: 'data', descr: '<f4', shape: [entries], bytes: () => data(blocks) },
        { name: 'shape', descr: '<i8', shape: [2], bytes: () => [int64s([users, items])] },
        { name: 'format', descr: '|S3', shape: [], bytes: () => [new Uint8Array(Buffer.from('csr'))] },
      ];
      return { shape: [entries], arrays };
    },
  });
}

const countsOf = (block: MatrixMeta): number[] => unpackVarints(unpackMeta(block.counts));

function* indptr(blocks: readonly MatrixMeta[], wide: boolean): Generator<Uint8Array> {
  let end = 0;
  const numbers = (values: readonly number[]): Uint8Array =>
    wide ? int64s(values) : new Uint8Array(Int32Array.from(values).buffer);
  yield numbers([0]);
  for (const block of blocks) yield numbers(countsOf(block).map((count) => (end += count)));
}

function* data(blocks: readonly MatrixMeta[]): Generator<Uint8Array> {
  for (const { bytes, weights } of blocks) {
    const values =
      weights === undefined
        ? new Float32Array(bytes / 4).fill(1)
        : Float32Array.from(unpackVarints(unpackMeta(weights)));
    yield new Uint8Array(values.buffer);
  }
}

const int64s = (values: readonly number[]): Uint8Array =>
  new Uint8Array(BigInt64Array.from(values, (value) => BigInt(value)).buffer);

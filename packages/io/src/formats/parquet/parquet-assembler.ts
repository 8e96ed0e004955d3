import type { EncodedChunk, FileAssembler, FileEnd } from '../format';
import type { ColumnChunkMeta } from './column-chunk';
import type { ColumnShape } from './column-shape';
import { schemaElements } from './column-shape';
import type { RowGroupMeta } from './row-group-encoder';
import type { ThriftStruct, ThriftValue } from './thrift-compact';
import { binary, i16, i32, i64, list, struct, thriftBytes } from './thrift-compact';

interface PlacedRowGroup extends RowGroupMeta {
  readonly rows: number;
  readonly offset: number;
}

const magic = Buffer.from('PAR1', 'latin1');

/** Puts row groups behind each other and the footer at the end. */
export class ParquetAssembler implements FileAssembler {
  readonly #shapes: readonly ColumnShape[];
  readonly #codec: number;
  readonly #rowGroups: PlacedRowGroup[] = [];

  constructor(shapes: readonly ColumnShape[], codec: number) {
    this.#shapes = shapes;
    this.#codec = codec;
  }

  start(): Uint8Array {
    return new Uint8Array(magic);
  }

  append(chunk: EncodedChunk, offset: number): readonly Uint8Array[] {
    this.#rowGroups.push({ ...(chunk.meta as RowGroupMeta), rows: chunk.rows, offset });
    return [chunk.bytes];
  }

  end(): FileEnd {
    const footer = thriftBytes({
      1: i32(2),
      2: list('struct', [
        struct({ 4: binary('schema'), 5: i32(this.#shapes.length) }),
        ...this.#shapes.flatMap(schemaElements).map(struct),
      ]),
      3: i64(this.#rowGroups.reduce((sum, group) => sum + group.rows, 0)),
      4: list(
        'struct',
        this.#rowGroups.map((group, ordinal) => struct(this.#rowGroup(group, ordinal))),
      ),
      6: binary('synth'),
      // The order of each column is that of its type: without it readers leave the bounds aside.
      7: list(
        'struct',
        this.#shapes.map(() => struct({ 1: struct({}) })),
      ),
    });
    const length = Buffer.alloc(4);
    length.writeUInt32LE(footer.length);
    return { bytes: [footer, new Uint8Array(length), new Uint8Array(magic)] };
  }

  #rowGroup({ columns, rows, offset }: PlacedRowGroup, ordinal: number): ThriftStruct {
    return {
      1: list(
        'struct',
        columns.map((column, i) => struct(this.#column(column, this.#shapes[i]!, offset))),
      ),
      2: i64(columns.reduce((sum, column) => sum + column.rawBytes, 0)),
      3: i64(rows),
      5: i64(offset),
      6: i64(columns.reduce((sum, column) => sum + column.bytes, 0)),
      // 16 bits hold so many.
      7: ordinal < 32_768 ? i16(ordinal) : undefined,
    };
  }

  #column(column: ColumnChunkMeta, { path }: ColumnShape, offset: number): ThriftStruct {
    const { dictionaryOffset, dataOffset, min, max } = column;
    return {
      2: i64(offset + (dictionaryOffset ?? dataOffset)),
      3: struct({
        1: i32(column.physicalType),
        2: list('i32', column.encodings.map(i32)),
        3: list('binary', path.map(binary)),
        4: i32(this.#codec),
        5: i64(column.values),
        6: i64(column.rawBytes),
        7: i64(column.bytes),
        9: i64(offset + dataOffset),
        11: dictionaryOffset === undefined ? undefined : i64(offset + dictionaryOffset),
        12: struct({ 3: i64(column.nulls), 5: bound(max), 6: bound(min) }),
      }),
    };
  }
}

const bound = (base64: string | undefined): ThriftValue | undefined =>
  base64 === undefined ? undefined : binary(Buffer.from(base64, 'base64'));

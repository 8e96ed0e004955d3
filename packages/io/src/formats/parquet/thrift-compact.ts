import { ByteSink } from './byte-sink';

/** A value of Thrift's compact protocol, as far as Parquet's metadata needs them. */
export type ThriftValue =
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'i8' | 'i16' | 'i32' | 'i64'; readonly value: number }
  | { readonly type: 'binary'; readonly value: Uint8Array | string }
  | { readonly type: 'list'; readonly value: readonly ThriftValue[]; readonly of: ThriftType }
  | { readonly type: 'struct'; readonly value: ThriftStruct };

export type ThriftType = ThriftValue['type'];

/** Fields by id, ascending; undefined ones are left out. */
export type ThriftStruct = Readonly<Record<number, ThriftValue | undefined>>;

export const bool = (value: boolean): ThriftValue => ({ type: 'bool', value });
export const i8 = (value: number): ThriftValue => ({ type: 'i8', value });
export const i16 = (value: number): ThriftValue => ({ type: 'i16', value });
export const i32 = (value: number): ThriftValue => ({ type: 'i32', value });
export const i64 = (value: number): ThriftValue => ({ type: 'i64', value });
export const binary = (value: Uint8Array | string): ThriftValue => ({ type: 'binary', value });
export const struct = (value: ThriftStruct): ThriftValue => ({ type: 'struct', value });
export const list = (of: ThriftType, value: readonly ThriftValue[]): ThriftValue => ({
  type: 'list',
  value,
  of,
});

const typeCodes: Readonly<Record<ThriftType, number>> = {
  bool: 1,
  i8: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  binary: 8,
  list: 9,
  struct: 12,
};

/** The bytes of a struct in the compact protocol (THRIFT-110). */
export function thriftBytes(fields: ThriftStruct): Uint8Array {
  const sink = new ByteSink();
  writeStruct(sink, fields);
  return new Uint8Array(sink.contents());
}

function writeStruct(sink: ByteSink, fields: ThriftStruct): void {
  let last = 0;
  // Integer keys come in ascending order.
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const id = Number(key);
    // A boolean field is its type code: 1 true, 2 false.
    const code = value.type === 'bool' && !value.value ? 2 : typeCodes[value.type];
    if (id - last <= 15) sink.byte(((id - last) << 4) | code);
    else {
      sink.byte(code);
      sink.varint(2 * id);
    }
    last = id;
    if (value.type !== 'bool') writeValue(sink, value);
  }
  sink.byte(0);
}

function writeValue(sink: ByteSink, value: ThriftValue): void {
  switch (value.type) {
    case 'bool':
      sink.byte(value.value ? 1 : 2);
      break;
    case 'i8':
      sink.byte(value.value);
      break;
    case 'i16':
    case 'i32':
    case 'i64':
      // Zigzag.
      sink.varint(value.value < 0 ? -2 * value.value - 1 : 2 * value.value);
      break;
    case 'binary': {
      const bytes = typeof value.value === 'string' ? Buffer.from(value.value, 'utf8') : value.value;
      sink.varint(bytes.length);
      sink.append(bytes);
      break;
    }
    case 'list':
      if (value.value.length < 15) sink.byte((value.value.length << 4) | typeCodes[value.of]);
      else {
        sink.byte(0xf0 | typeCodes[value.of]);
        sink.varint(value.value.length);
      }
      for (const item of value.value) writeValue(sink, item);
      break;
    default:
      writeStruct(sink, value.value);
  }
}

import type { ColumnSpec, ColumnType } from '@synth/core';
import type { ThriftStruct } from './thrift-compact';
import { bool, i32, i8, binary, struct } from './thrift-compact';
import { physicalTypes } from './leaf';

/** How a column of a table is laid out in a file. */
export interface ColumnShape {
  readonly name: string;
  /** `list`: a list of leaves, also for vectors; `flat`: a leaf a row. */
  readonly kind: 'flat' | 'list' | 'vector';
  readonly nullable: boolean;
  /** The type of the leaf. */
  readonly leaf: ColumnType;
  /** The names from the top to the leaf. */
  readonly path: readonly string[];
  readonly maxDefinition: number;
  readonly maxRepetition: number;
}

/** Lists of these, and of lists, become JSON text: the spec does not say what is in them. */
const nested: readonly (ColumnType | undefined)[] = ['list', 'vector', 'json', undefined];

export function columnShape({ name, type, items, nullable = false }: ColumnSpec): ColumnShape {
  const outer = nullable ? 1 : 0;
  if (type === 'vector') {
    const path = [name, 'list', 'element'];
    return { name, kind: 'vector', nullable, leaf: 'f32', path, maxDefinition: outer + 1, maxRepetition: 1 };
  }
  if (type === 'list' && !nested.includes(items)) {
    const path = [name, 'list', 'element'];
    return { name, kind: 'list', nullable, leaf: items!, path, maxDefinition: outer + 2, maxRepetition: 1 };
  }
  const leaf = type === 'list' ? 'json' : type;
  return { name, kind: 'flat', nullable, leaf, path: [name], maxDefinition: outer, maxRepetition: 0 };
}

const required = i32(0);
const optional = i32(1);
const repeated = i32(2);

/** The elements of the schema that describe a column. */
export function schemaElements(shape: ColumnShape): ThriftStruct[] {
  const repetition = shape.nullable ? optional : required;
  if (shape.kind === 'flat') return [leafElement(shape.name, shape.leaf, repetition)];
  return [
    {
      3: repetition,
      4: binary(shape.name),
      5: i32(1),
      6: i32(3),
      10: struct({ 3: struct({}) }),
    },
    { 3: repeated, 4: binary('list'), 5: i32(1) },
    leafElement('element', shape.leaf, shape.kind === 'list' ? optional : required),
  ];
}

function leafElement(name: string, type: ColumnType, repetition: ThriftStruct[number]): ThriftStruct {
  const element = (physical: number, converted?: number, logical?: ThriftStruct): ThriftStruct => ({
    1: i32(physical),
    3: repetition,
    4: binary(name),
    6: converted === undefined ? undefined : i32(converted),
    10: logical === undefined ? undefined : struct(logical),
  });
  switch (type) {
    case 'f64':
      return element(physicalTypes.double);
    case 'f32':
      return element(physicalTypes.float);
    case 'i32':
      return element(physicalTypes.int32);
    case 'u32':
      return element(physicalTypes.int32, 13, { 10: struct({ 1: i8(32), 2: bool(false) }) });
    case 'bool':
      return element(physicalTypes.boolean);
    case 'timestamp':
      return element(physicalTypes.int64, 9, { 8: struct({ 1: bool(true), 2: struct({ 1: struct({}) }) }) });
    case 'json':
      return element(physicalTypes.byteArray, 19, { 12: struct({}) });
    default:
      return element(physicalTypes.byteArray, 0, { 1: struct({}) });
  }
}

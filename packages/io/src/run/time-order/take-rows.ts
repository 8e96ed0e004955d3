import type { Batch, Column } from '@synth/core';

/** Rows of several batches, in any order: row i is row `rows[i]` of `batches[sources[i]]`. */
export interface RowChoice {
  readonly batches: readonly Batch[];
  readonly sources: Int32Array;
  readonly rows: Int32Array;
}

/** The chosen rows as a batch of its own: it shares nothing with the others, and its dictionaries hold what it uses. */
export function takeRows({ batches, sources, rows }: RowChoice): Batch {
  const columns: Record<string, Column> = {};
  for (const name of Object.keys(batches[0]!.columns)) {
    columns[name] = takeColumn(
      batches.map((batch) => batch.columns[name]!),
      sources,
      rows,
    );
  }
  return { table: batches[0]!.table, rows: rows.length, columns };
}

function takeColumn(from: readonly Column[], sources: Int32Array, rows: Int32Array): Column {
  const column = takeValues(from, sources, rows);
  if (from.every(({ valid }) => valid === undefined)) return column;
  const valid = Uint8Array.from(rows, (row, i) => from[sources[i]!]!.valid?.[row] ?? 1);
  return { ...column, valid } as Column;
}

function takeValues(from: readonly Column[], sources: Int32Array, rows: Int32Array): Column {
  const [{ type }] = from as readonly [Column];
  const value = <Value>(i: number): Value =>
    (from[sources[i]!]!.values as unknown as ArrayLike<Value>)[rows[i]!]!;
  const numbers = <Values extends { [index: number]: number }>(values: Values): Values => {
    for (let i = 0; i < rows.length; i++) values[i] = value(i);
    return values;
  };
  const { length } = rows;
  switch (type) {
    case 'f64':
    case 'timestamp':
      return { type, values: numbers(new Float64Array(length)) };
    case 'f32':
      return { type, values: numbers(new Float32Array(length)) };
    case 'i32':
      return { type, values: numbers(new Int32Array(length)) };
    case 'u32':
      return { type, values: numbers(new Uint32Array(length)) };
    case 'bool':
      return { type, values: numbers(new Uint8Array(length)) };
    case 'string':
      return { type, values: Array.from({ length }, (_, i) => value<string>(i)) };
    case 'json':
      return { type, values: Array.from({ length }, (_, i) => value<unknown>(i)) };
    case 'dictionary':
      return takeDictionary(from as readonly (Column & { type: 'dictionary' })[], sources, rows);
    case 'vector':
      return takeVectors(from as readonly (Column & { type: 'vector' })[], sources, rows);
    case 'list':
      return takeLists(from as readonly (Column & { type: 'list' })[], sources, rows);
  }
}

function takeDictionary(
  from: readonly (Column & { type: 'dictionary' })[],
  sources: Int32Array,
  rows: Int32Array,
): Column {
  const codes = new Map<string, number>();
  const values = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const source = from[sources[i]!]!;
    const row = rows[i]!;
    if (source.valid?.[row] === 0) continue;
    const text = source.dictionary[source.values[row]!]!;
    let code = codes.get(text);
    if (code === undefined) codes.set(text, (code = codes.size));
    values[i] = code;
  }
  return { type: 'dictionary', values, dictionary: [...codes.keys()] };
}

function takeVectors(
  from: readonly (Column & { type: 'vector' })[],
  sources: Int32Array,
  rows: Int32Array,
): Column {
  const width = from[0]!.width;
  const values = new Float32Array(rows.length * width);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    values.set(from[sources[i]!]!.values.subarray(row * width, (row + 1) * width), i * width);
  }
  return { type: 'vector', values, width };
}

function takeLists(
  from: readonly (Column & { type: 'list' })[],
  sources: Int32Array,
  rows: Int32Array,
): Column {
  const offsets = new Int32Array(rows.length + 1);
  const lengthOf = (i: number): number => {
    const list = from[sources[i]!]!;
    return list.offsets[rows[i]! + 1]! - list.offsets[rows[i]!]!;
  };
  for (let i = 0; i < rows.length; i++) offsets[i + 1] = offsets[i]! + lengthOf(i);
  const total = offsets[rows.length]!;
  const elementSources = new Int32Array(total);
  const elementRows = new Int32Array(total);
  for (let i = 0, at = 0; i < rows.length; i++) {
    const first = from[sources[i]!]!.offsets[rows[i]!]!;
    for (let j = 0; j < lengthOf(i); j++, at++) {
      elementSources[at] = sources[i]!;
      elementRows[at] = first + j;
    }
  }
  const values = takeColumn(
    from.map((list) => list.values),
    elementSources,
    elementRows,
  );
  return { type: 'list', values, offsets };
}

import type { Row } from '@synth/core';
import { nearestName } from '@synth/core';
import { readError } from './read-error';

/** Where a column of the result comes from. */
export interface ColumnSource {
  /** Its name in the file, or several of which the first that the file has is taken. Default: the same name. */
  readonly from?: string | readonly string[];
  /** `text`: the characters of the file; `number`: parsed, an empty field null. Default: as the file has it. */
  readonly type?: 'text' | 'number';
  /** Whether the file may lack it. Default false. */
  readonly optional?: boolean;
}

/** Columns of the result by name: a name of the file, or a {@link ColumnSource}. Other columns stay as they are. */
export type ColumnMapping = Readonly<Record<string, string | ColumnSource>>;

/** The names in the file that may hold what is wanted as text. */
export function textColumns(mapping: ColumnMapping): readonly string[] {
  return Object.entries(mapping).flatMap(([name, source]) =>
    typeof source === 'object' && source.type === 'text' ? candidates(name, source) : [],
  );
}

/** What becomes of a column of a file. */
export interface FieldReader {
  /** In the result; undefined where another column has taken the name. */
  readonly name: string | undefined;
  /** Parses a value. Without, it stays as it is. */
  readonly typed?: (value: unknown, line: number) => unknown;
}

/**
 * How to read each column of a file.
 *
 * @param found the columns of the file
 * @throws SynthError `INPUT_COLUMN_MISSING` here, `INPUT_VALUE` for a value
 */
export function fieldReaders(
  path: string,
  line: number,
  found: readonly string[],
  mapping: ColumnMapping,
): readonly FieldReader[] {
  const resolved = new Map<string, FieldReader>();
  const taken = new Set<string>();
  for (const [name, source] of Object.entries(mapping)) {
    const names = candidates(name, source);
    const from = names.find((candidate) => found.includes(candidate));
    const { type, optional }: ColumnSource = typeof source === 'string' ? {} : source;
    if (from !== undefined) {
      taken.add(name);
      const typed = (value: unknown, at: number): unknown => typedValue(path, at, { from, type }, value);
      resolved.set(from, type === undefined ? { name } : { name, typed });
    } else if (optional !== true) {
      throw missing(path, line, name, names, found);
    }
  }
  return found.map((key) => resolved.get(key) ?? { name: taken.has(key) ? undefined : key });
}

/**
 * Renames and parses the columns of rows.
 *
 * @param found the columns of the file
 * @throws SynthError `INPUT_COLUMN_MISSING` here, `INPUT_VALUE` for a row
 */
export function columnMapper(
  path: string,
  line: number,
  found: readonly string[],
  mapping: ColumnMapping,
): (row: Row, line: number) => Row {
  const readers = fieldReaders(path, line, found, mapping);
  if (Object.keys(mapping).length === 0) return (row) => row;
  return (row, at) => {
    const mapped: Row = {};
    readers.forEach(({ name, typed }, index) => {
      const value = row[found[index]!];
      if (name !== undefined) mapped[name] = typed === undefined ? value : typed(value, at);
    });
    return mapped;
  };
}

function candidates(name: string, source: string | ColumnSource): readonly string[] {
  if (typeof source === 'string') return [source];
  return typeof source.from === 'string' ? [source.from] : (source.from ?? [name]);
}

function typedValue(
  path: string,
  line: number,
  { from, type }: { readonly from: string; readonly type: ColumnSource['type'] },
  value: unknown,
): unknown {
  if (value === null || value === undefined || type === undefined) return value;
  if (type === 'text') return typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
  if (text === '') return null;
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  throw readError('INPUT_VALUE', { path, line }, `${from} is ${JSON.stringify(value)}, not a number`, {
    value,
    allowed: 'a decimal number, or nothing',
    remedy: 'correct the field, or map another column',
  });
}

function missing(
  path: string,
  line: number,
  name: string,
  names: readonly string[],
  found: readonly string[],
): Error {
  const near = names.map((candidate) => nearestName(candidate, found)).find((one) => one !== undefined);
  const wanted = names.length === 1 && names[0] === name ? name : `${name} (${names.join(', ')})`;
  return readError(
    'INPUT_COLUMN_MISSING',
    { path, line },
    `no column for ${wanted} (found: ${found.join(', ')})`,
    {
      value: name,
      allowed: names.join(', '),
      remedy: near === undefined ? 'name the column of the file that holds it' : `did you mean ${near}?`,
    },
  );
}

import { timeOf } from '../integrity/value-fault';

/** Whether nothing stands in a cell. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** A number, or NaN. */
export const numberIn = (value: unknown): number => (isBlank(value) ? Number.NaN : Number(value));

/** Milliseconds since 1970, or NaN. */
export const timeIn = (value: unknown): number => (isBlank(value) ? Number.NaN : timeOf(value));

/** An id, or undefined where nothing stands. */
export const idIn = (value: unknown): string | undefined =>
  isBlank(value) || typeof value === 'object' ? undefined : String(value);

const yes = new Set(['1', '1.0', 'true', 't', 'yes', 'y']);
const no = new Set(['0', '0.0', 'false', 'f', 'no', 'n']);

/** Yes or no, in the usual spellings; undefined for anything else. */
export function flagIn(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = String(value).trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

/** A list, or the text of a JSON one; undefined for anything else. */
export function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as Float32Array);
  return typeof value === 'string' && value.trimStart().startsWith('[')
    ? (parsed(value) as unknown[] | undefined)
    : undefined;
}

/** The JSON of a text; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Words between blanks. */
export const wordsIn = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

import { SynthError } from '../errors/synth-error';
import type { CoreErrorCode } from '../errors/codes';

/** Anything that JSON can hold. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * The canonical JSON text of a value: keys sorted by UTF-16 code units, no white space, numbers as ECMAScript prints
 * them (the rules of RFC 8785). Properties that are undefined are left out, as JSON.stringify does.
 *
 * @throws SynthError `JSON_INVALID` for NaN, infinities, functions, symbols, bigints, and undefined in an array
 * @example
 * ```ts
 * canonicalJson({ b: [1, 2.5], a: 'x' }); // => '{"a":"x","b":[1,2.5]}'
 * ```
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$');
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return JSON.stringify(value);
    throw invalid(value, path);
  }
  if (Array.isArray(value)) return `[${value.map((item, i) => write(item, `${path}[${i}]`)).join(',')}]`;
  if (typeof value === 'object') {
    const source =
      'toJSON' in value && typeof value.toJSON === 'function'
        ? (value.toJSON() as unknown)
        : (value as unknown);
    if (source !== value) return write(source, path);
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${write(item, `${path}.${key}`)}`).join(',')}}`;
  }
  throw invalid(value, path);
}

function invalid(value: unknown, path: string): SynthError<CoreErrorCode> {
  return new SynthError({
    code: 'JSON_INVALID',
    message: `${path} is ${String(value)}, which JSON cannot hold`,
    field: path,
    value: String(value),
    allowed: 'null, booleans, finite numbers, texts, arrays and plain objects',
  });
}

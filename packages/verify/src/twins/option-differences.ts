import type { JsonValue } from '@synth/core';
import { canonicalJson } from '@synth/core';

/** An option that two runs do not share; null where one does not have it. */
export interface OptionDifference {
  /** Its path in the configuration, with points: `popularity.exponent`. */
  readonly option: string;
  readonly a: JsonValue;
  readonly b: JsonValue;
}

/**
 * The options that differ between two configurations, leaf by leaf; lists are compared whole.
 *
 * @example
 * ```ts
 * optionDifferences({ seed: 'x', taste: { boost: 7 } }, { seed: 'x', taste: { boost: 9 } }); // => [{ option: 'taste.boost', a: 7, b: 9 }]
 * ```
 */
export function optionDifferences(a: JsonValue, b: JsonValue, path = ''): OptionDifference[] {
  if (isObject(a) && isObject(b)) {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
    return names.flatMap((name) =>
      optionDifferences(a[name] ?? null, b[name] ?? null, path === '' ? name : `${path}.${name}`),
    );
  }
  return canonicalJson(a) === canonicalJson(b) ? [] : [{ option: path, a, b }];
}

const isObject = (value: JsonValue): value is Readonly<Record<string, JsonValue>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

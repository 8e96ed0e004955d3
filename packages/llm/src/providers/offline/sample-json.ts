import { nextBelow } from '@synth/core';
import type { JsonSchema, JsonValue, Rng } from '@synth/core';
import { sampleString } from './sample-string';
import { unsupported } from './unsupported';

/**
 * A value that fits a JSON Schema: required and optional properties alike, few array items, small numbers where the
 * range is wide. What a schema asks in patterns or combinations is beyond it.
 *
 * @throws SynthError `SCHEMA_UNSUPPORTED`
 */
export function sampleJson(rng: Rng, schema: JsonSchema, root: JsonSchema = schema, depth = 0): JsonValue {
  const at = resolve(schema, root);
  if (depth > 20) throw unsupported('a schema that contains itself without an end');
  if (at.const !== undefined) return at.const as JsonValue;
  if (at.enum !== undefined) return at.enum[nextBelow(rng, at.enum.length)] as JsonValue;
  const choices = at.anyOf ?? (at['oneOf'] as readonly JsonSchema[] | undefined);
  if (choices !== undefined) {
    const told = choices.filter((choice) => choice.type !== 'null');
    // An optional property is left away one time in four, and whenever its schema repeats itself.
    const absent = told.length < choices.length && (depth > 8 || nextBelow(rng, 4) === 0);
    return absent
      ? null
      : sampleJson(rng, told[nextBelow(rng, told.length)] ?? { type: 'null' }, root, depth + 1);
  }
  for (const word of ['allOf', 'not', 'if', 'patternProperties']) {
    if (word in at) throw unsupported(`the keyword ${word}`);
  }
  const type = Array.isArray(at.type) ? (at.type as readonly string[])[0] : at.type;
  switch (type) {
    case 'object':
      return sampleObject(rng, at, root, depth);
    case 'array':
      return sampleArray(rng, at, root, depth);
    case 'integer':
    case 'number':
      return sampleNumber(rng, at, type === 'integer');
    case 'boolean':
      return nextBelow(rng, 2) === 1;
    case 'null':
      return null;
    default:
      return sampleString(rng, at);
  }
}

function sampleObject(rng: Rng, schema: JsonSchema, root: JsonSchema, depth: number): JsonValue {
  const entries = Object.entries(schema.properties ?? {});
  return Object.fromEntries(entries.map(([name, inner]) => [name, sampleJson(rng, inner, root, depth + 1)]));
}

function sampleArray(rng: Rng, schema: JsonSchema, root: JsonSchema, depth: number): JsonValue {
  const {
    minItems = 0,
    maxItems = Number.POSITIVE_INFINITY,
    uniqueItems = false,
  } = schema as {
    minItems?: number;
    maxItems?: number;
    uniqueItems?: boolean;
  };
  const most = Math.min(maxItems, Math.max(minItems, 1) + 2);
  const length = depth > 8 ? minItems : minItems + nextBelow(rng, most - minItems + 1);
  const items: JsonValue[] = [];
  const inner = schema.items ?? { type: 'string' };
  for (let tries = 0; items.length < length && tries < length * 20; tries++) {
    const item = sampleJson(rng, inner, root, depth + 1);
    // Choices from a set are told apart even where the schema forgets to ask.
    const distinct = uniqueItems || resolve(inner, root).enum !== undefined;
    if (!distinct || !items.some((other) => JSON.stringify(other) === JSON.stringify(item))) items.push(item);
  }
  return items;
}

function sampleNumber(rng: Rng, schema: JsonSchema, whole: boolean): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema as Record<
    string,
    number | undefined
  >;
  const step = multipleOf ?? (whole ? 1 : 0.01);
  const above =
    exclusiveMinimum === undefined ? minimum : Math.max(minimum ?? -Infinity, exclusiveMinimum + step);
  const below =
    exclusiveMaximum === undefined ? maximum : Math.min(maximum ?? Infinity, exclusiveMaximum - step);
  const wide = 1_000_000;
  const low = above === undefined || above < -wide ? Math.min(0, below ?? 0) : above;
  const high = below === undefined || below > wide ? Math.max(100, low + 100) : below;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  if (last < first) throw unsupported(`a number between ${low} and ${high}, in steps of ${step}`);
  const value = (first + nextBelow(rng, last - first + 1)) * step;
  return whole ? Math.round(value) : Number(value.toFixed(6));
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  const found =
    reference === '#'
      ? root
      : (root['$defs'] as Record<string, JsonSchema> | undefined)?.[reference.replace(/^#\/\$defs\//, '')];
  if (found === undefined) throw unsupported(`the reference ${reference}`);
  return found;
}

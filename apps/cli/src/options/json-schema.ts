import type { JsonSchema } from '@synth/core';

/** The schemas that a value may fit: the members of a union, and one for each type of a list of types. */
export function alternativesOf(schema: JsonSchema): readonly JsonSchema[] {
  const union = schema.anyOf ?? (schema['oneOf'] as readonly JsonSchema[] | undefined);
  if (union !== undefined) return union.flatMap(alternativesOf);
  if (Array.isArray(schema.type)) return schema.type.map((type: string) => ({ ...schema, type }));
  return [schema];
}

/** The only values that a schema allows, where it lists them. */
export const choicesOf = (schema: JsonSchema): readonly unknown[] =>
  alternativesOf(schema).flatMap((one) => one.enum ?? (one.const === undefined ? [] : [one.const]));

/** The properties of an object, of every alternative where there are several; undefined where none is an object. */
export function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> | undefined {
  const objects = alternativesOf(schema).flatMap((one) =>
    one.properties === undefined ? [] : [one.properties],
  );
  if (objects.length === 0) return undefined;
  const merged = new Map<string, JsonSchema>();
  for (const [key, property] of objects.flatMap((object) => Object.entries(object))) {
    const earlier = merged.get(key);
    merged.set(key, earlier === undefined ? property : { anyOf: [earlier, property] });
  }
  return Object.fromEntries(merged);
}

/** The schema at a path of property names, where there is one. */
export function schemaAt(schema: JsonSchema, path: readonly string[]): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>(
    (at, key) => (at === undefined ? undefined : propertiesOf(at)?.[key]),
    schema,
  );
}

/** What a schema allows, in words. */
export function allowedBy(schema: JsonSchema): string {
  const choices = choicesOf(schema).map(String).join(' | ');
  const others = alternativesOf(schema).filter((one) => choicesOf(one).length === 0);
  return [...new Set([choices, ...others.map(allowedByOne)])].filter((text) => text !== '').join(', or ');
}

function allowedByOne(schema: JsonSchema): string {
  switch (schema.type) {
    case 'integer':
      return `a whole number${bounds(schema)}`;
    case 'number':
      return `a number${bounds(schema)}`;
    case 'boolean':
      return 'true | false';
    case 'array':
      return `a list separated by commas${schema.items === undefined ? '' : ` (${allowedBy(schema.items)})`}`;
    case 'object': {
      const keys = Object.keys(schema.properties ?? {});
      return keys.length === 0 ? 'a JSON object' : `key=value,... of ${keys.join(', ')}`;
    }
    case 'null':
      return 'null';
    default:
      return schema.type === 'string' ? 'a text' : 'JSON';
  }
}

/** zod states the limits of its integers; those are no news to anybody. */
const isNews = (bound: number | undefined): bound is number =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;

function bounds({
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
}: JsonSchema & { exclusiveMaximum?: unknown }): string {
  const from = isNews(minimum)
    ? `from ${minimum}`
    : exclusiveMinimum === undefined
      ? ''
      : `above ${exclusiveMinimum}`;
  const to = isNews(maximum)
    ? `to ${maximum}`
    : typeof exclusiveMaximum === 'number'
      ? `below ${exclusiveMaximum}`
      : '';
  const text = [from, to].filter((part) => part !== '').join(' ');
  return text === '' ? '' : ` ${text}`;
}

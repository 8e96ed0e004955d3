import type { JsonSchema } from '@synth/core';
import { SynthError } from '@synth/core';
import type { CliErrorCode } from '../errors';
import { allowedBy, alternativesOf, choicesOf, propertiesOf } from './json-schema';
import { kebabCase } from './kebab-case';

const numeric = /^[+-]?(\d[\d_]*(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** The number that a text spells (`1_000`, `.5`, `1e6`), or undefined. */
export const numberOf = (text: string): number | undefined =>
  numeric.test(text) ? Number(text.replaceAll('_', '')) : undefined;

/**
 * The value that a text stands for under a schema. Bounds are not looked at: the configuration's own parser does that.
 * Objects are `key=value,key=value` or JSON; lists are separated by commas or JSON.
 *
 * @param name the option, for messages
 * @throws SynthError `OPTION_VALUE`
 */
export function coerce(text: string, schema: JsonSchema, name: string): unknown {
  const alternatives = alternativesOf(schema);
  const choice = choicesOf(schema).find((value) => String(value) === text);
  if (choice !== undefined) return choice;
  const of = (type: string): JsonSchema | undefined =>
    alternatives.find((one) => one.type === type && choicesOf(one).length === 0);
  const number = numberOf(text);
  const isNumber = number !== undefined && (of('number') ?? of('integer')) !== undefined;
  // A seed may be a number or a text: 007 is not 7.
  if (isNumber && (of('string') === undefined || String(number) === text)) return number;
  if ((text === 'true' || text === 'false') && of('boolean') !== undefined) return text === 'true';
  if (text === 'null' && of('null') !== undefined) return null;
  const list = of('array');
  const object = propertiesOf(schema);
  if ((list !== undefined && text.startsWith('[')) || (text.startsWith('{') && (object ?? of('object')))) {
    return jsonOf(text, schema, name);
  }
  if (object !== undefined && text.includes('=')) return pairsOf(text, object, schema, name);
  if (of('string') !== undefined) return text;
  if (list !== undefined) {
    return text.split(',').map((item) => coerce(item.trim(), list.items ?? { type: 'string' }, name));
  }
  if (alternatives.some((one) => one.type === undefined && choicesOf(one).length === 0))
    return looseValue(text);
  throw refused(text, schema, name);
}

/** The value of a text about which nothing is known: JSON where it is JSON, else itself. */
export function looseValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function pairsOf(
  text: string,
  properties: Readonly<Record<string, JsonSchema>>,
  schema: JsonSchema,
  name: string,
): Record<string, unknown> {
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw refused(text, schema, name);
      const written = pair.slice(0, at).trim();
      const key = Object.keys(properties).find((one) => one === written || kebabCase(one) === written);
      const value = pair.slice(at + 1).trim();
      return key === undefined
        ? [written, looseValue(value)]
        : [key, coerce(value, properties[key]!, `${name} ${written}`)];
    }),
  );
}

function jsonOf(text: string, schema: JsonSchema, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refused(text, schema, name);
  }
}

function refused(text: string, schema: JsonSchema, name: string): SynthError<CliErrorCode> {
  const allowed = allowedBy(schema);
  return new SynthError<CliErrorCode>({
    code: 'OPTION_VALUE',
    message: `${name} is "${text}": give ${allowed}`,
    field: name,
    value: text,
    allowed,
  });
}

import type { JsonSchema } from '@synth/core';
import { allowedBy, alternativesOf, choicesOf, propertiesOf } from './json-schema';
import { kebabCase } from './kebab-case';
import type { Option } from './option';

/** An option that sets a value of a configuration. */
export interface ConfigOption extends Option {
  /** Property names from the configuration's root. */
  readonly path: readonly string[];
  readonly schema: JsonSchema;
}

/**
 * The options of a configuration: one a property, in kebab-case, in the order of the schema. An object is an option
 * that takes `key=value,...`, and each of its properties is one too: `--truth.noise`.
 */
export function schemaOptions(schema: JsonSchema, path: readonly string[] = []): readonly ConfigOption[] {
  return Object.entries(propertiesOf(schema) ?? {}).flatMap(([key, property]) => {
    const at = [...path, key];
    const own: ConfigOption = {
      name: at.map(kebabCase).join('.'),
      path: at,
      schema: property,
      description: descriptionOf(property),
      ...valueOf(property),
      ...(property.default === undefined ? {} : { default: shown(property.default) }),
    };
    return [own, ...schemaOptions(property, at)];
  });
}

function descriptionOf(schema: JsonSchema): string {
  const text = (schema.description ?? '').replace(/\.$/, '');
  const choices = choicesOf(schema);
  if (choices.length > 0 && !choices.every((choice) => text.includes(String(choice)))) {
    return `${text === '' ? '' : `${text}: `}${choices.map(String).join(' | ')}`;
  }
  return text === '' ? allowedBy(schema) : text;
}

function valueOf(schema: JsonSchema): { value?: string } {
  const alternatives = alternativesOf(schema).filter((one) => one.type !== 'null');
  if (alternatives.every((one) => one.type === 'boolean')) return {};
  const is = (type: string): boolean => alternatives.some((one) => one.type === type);
  if (propertiesOf(schema) !== undefined) return { value: 'KEY=VALUE,...' };
  if (choicesOf(schema).length > 0) return { value: 'NAME' };
  if (is('array')) return { value: 'A,B,...' };
  if (is('string')) return { value: 'TEXT' };
  if (is('number') || is('integer')) return { value: 'N' };
  return { value: 'VALUE' };
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

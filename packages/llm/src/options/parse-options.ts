import { schemaOf } from '@synth/core';
import { z } from 'zod';
import type { Clock, JsonSchema, Rng, Store } from '@synth/core';

/** Options that are objects with methods: checked by the methods they must have. */
const withMethods = <T>(what: string, ...methods: readonly string[]) =>
  z.custom<T>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      methods.every((name) => typeof (value as Record<string, unknown>)[name] === 'function'),
    `give ${what}`,
  );

export const clockOption = withMethods<Clock>('a clock: { now(), sleep(ms) }', 'now', 'sleep');
export const storeOption = withMethods<Store>(
  'a store: { get, set, delete, list }',
  'get',
  'set',
  'delete',
  'list',
);
export const rngOption = withMethods<Rng>('a generator of @synth/core', 'nextF64');

/** A function that the caller hands in. */
export const functionOption = <T>() => z.custom<T>((value) => typeof value === 'function', 'give a function');

/**
 * Parses the options of a function of this package.
 *
 * @param what the function's name, for messages
 * @throws SynthError `CONFIG_INVALID`, with the nearest known name for an unknown option
 */
export function parseOptions<Output>(schema: z.ZodType<Output>, what: string, input: unknown): Output {
  const jsonSchema = (): JsonSchema =>
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return schemaOf(schema, jsonSchema, what).parse(input);
}

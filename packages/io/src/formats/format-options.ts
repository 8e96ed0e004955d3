import type { JsonSchema, Schema } from '@synth/core';
import { schemaOf } from '@synth/core';
import { z } from 'zod';

/** The parser of a format's options: an unknown one is `CONFIG_INVALID` with the nearest name. */
export function formatOptions<Options extends z.ZodObject>(
  format: string,
  schema: Options,
): Schema<z.output<Options>> {
  return schemaOf(
    schema,
    () => z.toJSONSchema(schema, { io: 'input' }) as JsonSchema,
    `options of ${format}`,
  );
}

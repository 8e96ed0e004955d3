import { z } from 'zod';

/** The limits of a text model that a caller may change. */
export const textLimitFields = z
  .strictObject({
    contextTokens: z.int().min(1),
    maxOutputTokens: z.int().min(1),
    structuredOutput: z.enum(['strict', 'json', 'none']),
  })
  .partial()
  .default({});

/** The limits of an embedding model that a caller may change. */
export const embeddingLimitFields = z
  .strictObject({
    textsPerCall: z.int().min(1),
    textTokens: z.int().min(1),
    dimensions: z.int().min(1),
    maxDimensions: z.int().min(1),
  })
  .partial()
  .default({});

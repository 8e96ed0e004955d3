import type { JsonValue } from '@synth/core';
import { canonicalJson } from '@synth/core';
import { z } from 'zod';

const json: z.ZodType<JsonValue> = z.json() as z.ZodType<JsonValue>;
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

const columnSchema = z.looseObject({
  name: z.string(),
  type: z.string(),
  description: z.string(),
  nullable: z.boolean().optional(),
});

const tableSchema = z.looseObject({
  name: z.string(),
  description: z.string(),
  rows: count.describe('rows that were made'),
  columns: z.array(columnSchema),
  key: z.array(z.string()),
});

const fileSchema = z.strictObject({
  path: z
    .string()
    // A path is followed when files are checked and replaced: it stays within the folder.
    .regex(/^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^\\\0]+$/, 'a path below the folder')
    .describe('relative to the manifest, with /'),
  format: z.string(),
  tables: z.array(z.string()),
  rows: count,
  bytes: count,
  sha256,
  content: sha256
    .optional()
    .describe(
      'of a compressed file: SHA-256 of the digests of what its chunks hold, whatever the compressor',
    ),
});

const reproducibleSchema = z.strictObject({
  dataset: z.strictObject({ name: z.string(), version: z.string(), description: z.string() }),
  packages: z.record(z.string(), z.string()),
  config: json,
  seed: z.string(),
  inputs: z.record(z.string(), z.strictObject({ rows: count, sha256, source: z.string().optional() })),
  plan: z.strictObject({
    stages: z.array(
      z.strictObject({
        name: z.string(),
        entities: count,
        tables: z.array(z.string()),
        expectedRows: z.record(z.string(), z.number()),
      }),
    ),
  }),
  planHash: sha256,
  formats: z.array(z.strictObject({ name: z.string(), options: json })),
  parts: count.optional(),
  order: z.string().optional(),
  tables: z.array(tableSchema),
  files: z.array(fileSchema),
  describe: z.record(z.string(), json),
  ports: z.record(z.string(), z.looseObject({ name: z.string() })),
  sections: z.record(z.string(), json),
});

const manifestSchema = z.strictObject({
  manifestVersion: z.literal(1),
  reproducible: reproducibleSchema.describe('the same for every run of the same options'),
  circumstances: z
    .strictObject({
      started: z.string().describe('ISO 8601'),
      milliseconds: z.number(),
      keptBlocks: count.describe('blocks that an interrupted run had made'),
      workers: count,
      node: z.string(),
      platform: z.string(),
    })
    .describe('of the run that wrote the files last'),
});

/** What `manifest.json` says of a run. */
export type Manifest = z.output<typeof manifestSchema>;

/** A file of a run. */
export type ManifestFile = Manifest['reproducible']['files'][number];

/** The version of the manifest's form that this package writes. */
export const manifestVersion = 1;

export const parseManifest = (value: unknown) => manifestSchema.safeParse(value);

/** A manifest as its file holds it: keys in canonical order, two spaces of indent. */
export const manifestText = (manifest: Manifest): string =>
  `${JSON.stringify(JSON.parse(canonicalJson(manifest)), null, 2)}\n`;

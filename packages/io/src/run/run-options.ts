import type {
  AnyDataset,
  Clock,
  CoreErrorCode,
  DescribedPort,
  Inputs,
  JsonValue,
  JsonSchema,
  Sink,
} from '@synth/core';
import { schemaOf, SynthError } from '@synth/core';
import { z } from 'zod';
import type { OutputFormat } from '../formats/format';
import type { RunEvent } from './run-event';

const count = z.int().min(1);

const settingsSchema = z.strictObject({
  out: z.string().min(1).describe('folder of the run'),
  tables: z.array(z.string()).min(1).readonly().optional().describe('only these tables'),
  parts: count.max(99_999).optional().describe('files a table in place of one'),
  workers: count.max(1024).optional().describe('threads; any number makes the same bytes'),
  order: z.enum(['time']).optional().describe('sort rows by time in a second pass'),
  overwrite: z.boolean().default(false).describe('replace what an earlier run left in the folder'),
  dryRun: z.boolean().default(false).describe('say what would be made'),
});

/** The options of a run that are plain data, with their defaults. */
export type RunSettings = z.output<typeof settingsSchema>;

const settings = schemaOf(
  settingsSchema,
  () => z.toJSONSchema(settingsSchema, { io: 'input' }) as JsonSchema,
  'options of run',
);

/** A format with its options. */
export interface FormatChoice {
  readonly format: OutputFormat;
  /** Options of the format, as JSON. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What `run` takes. */
export interface RunOptions extends z.input<typeof settingsSchema> {
  readonly dataset: AnyDataset;
  /** As a caller writes it: the dataset's own parser completes it. */
  readonly config?: unknown;
  readonly inputs?: Inputs;
  /** Functions and clients of a simulated dataset; the manifest keeps what they say of themselves. */
  readonly ports?: Readonly<Record<string, DescribedPort>>;
  /** Where batches go besides files. */
  readonly sinks?: readonly Sink[];
  readonly formats: readonly FormatChoice[];
  /** More facts for the reproducible part of the manifest, asked for when all rows are made. */
  readonly sections?: () => Readonly<Record<string, JsonValue>>;
  /** Default: the machine's. Nothing of the data depends on it. */
  readonly clock?: Clock;
  /** When aborted, the run ends after the blocks in work, and can be resumed. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
}

/** @throws SynthError `CONFIG_INVALID` */
export function parseSettings(options: RunOptions): RunSettings {
  const { out, tables, parts, workers, order, overwrite, dryRun } = options;
  const parsed = settings.parse({ out, tables, parts, workers, order, overwrite, dryRun });
  if (parsed.parts === undefined || parsed.order === undefined) return parsed;
  throw new SynthError<CoreErrorCode>({
    code: 'CONFIG_INVALID',
    message: 'parts are ranges of entities, and rows by time know none: parts and order do not go together',
    field: 'parts',
    value: parsed.parts,
    allowed: 'either parts or order',
    remedy: 'leave one of them out',
  });
}

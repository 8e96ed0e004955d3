import type { JsonValue, Plan, SeededConfig } from '@synth/core';
import { canonicalJson, digest } from '@synth/core';
import type { InputDigest } from './input-digest';
import { inputDigest } from './input-digest';
import type { RunOptions, RunSettings } from './run-options';
import type { SettledRun } from './settled-run';
import { settleRun } from './settled-run';

/** All that decides the bytes of a run, as JSON. */
export interface RunDescription {
  readonly dataset: { readonly name: string; readonly version: string };
  readonly config: JsonValue;
  readonly seed: string;
  readonly inputs: Readonly<Record<string, InputDigest>>;
  readonly plan: Plan;
  /** The tables that are written. */
  readonly tables: readonly string[];
  readonly formats: readonly { readonly name: string; readonly options: JsonValue }[];
  readonly parts?: number;
  readonly order?: 'time';
  /** The sinks that rows are sent to besides. */
  readonly sinks?: readonly string[];
}

/** A run settled: the same options give the same bytes. */
export interface RunDefinition {
  readonly run: SettledRun;
  readonly description: RunDescription;
  /** SHA-256 of the description without the names of input files, which change no byte. */
  readonly planHash: string;
}

/**
 * @throws SynthError `CONFIG_INVALID` for the configuration, `TABLE_UNKNOWN`, and what dataset and formats throw
 */
export function defineRun(options: RunOptions, settings: RunSettings): RunDefinition {
  const { dataset, inputs = {}, formats, sinks = [] } = options;
  const { tables: chosen, parts, order } = settings;
  const config = dataset.config.parse(options.config ?? {}) as SeededConfig;
  const run = settleRun({
    dataset,
    config,
    inputs,
    formats,
    hasSinks: sinks.length > 0,
    ...(chosen === undefined ? {} : { chosen }),
    ...(order === undefined ? {} : { order }),
  });
  const description: RunDescription = {
    dataset: { name: dataset.name, version: dataset.version },
    config: plain(config),
    seed: config.seed,
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, table]) => [name, inputDigest(table)])),
    plan: run.plan,
    tables: run.tables.map((table) => table.name),
    formats: formats.map(({ format, options: given = {} }) => ({ name: format.name, options: plain(given) })),
    ...(parts === undefined ? {} : { parts }),
    ...(order === undefined ? {} : { order }),
    ...(sinks.length === 0 ? {} : { sinks: sinks.map((sink) => sink.name) }),
  };
  return { run, description, planHash: digest(withoutSources(description)) };
}

const plain = (value: unknown): JsonValue => JSON.parse(canonicalJson(value)) as JsonValue;

function withoutSources(description: RunDescription): RunDescription {
  const inputs = Object.fromEntries(
    Object.entries(description.inputs).map(([name, { rows, sha256 }]) => [name, { rows, sha256 }]),
  );
  return { ...description, inputs };
}

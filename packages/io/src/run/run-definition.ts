import type { AnyDataset, Inputs, JsonValue, Plan, SeededConfig, TableSpec } from '@synth/core';
import { canonicalJson, digest, nearestName, SynthError } from '@synth/core';
import type { CoreErrorCode } from '@synth/core';
import type { InputDigest } from './input-digest';
import { inputDigest } from './input-digest';
import type { RunFile } from './run-files';
import { runFiles } from './run-files';
import type { RunOptions, RunSettings } from './run-options';

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
}

/** A run settled: the same options give the same bytes. */
export interface RunDefinition {
  readonly dataset: AnyDataset;
  readonly config: SeededConfig;
  readonly inputs: Inputs;
  /** The stages and tables that are wanted. */
  readonly plan: Plan;
  /** The tables that are written, in the dataset's order. */
  readonly tables: readonly TableSpec[];
  readonly files: readonly RunFile[];
  readonly description: RunDescription;
  /** SHA-256 of the description without the names of input files, which change no byte. */
  readonly planHash: string;
}

/**
 * @throws SynthError `CONFIG_INVALID` for the configuration, `TABLE_UNKNOWN`, and what dataset and formats throw
 */
export function defineRun(options: RunOptions, settings: RunSettings): RunDefinition {
  const { dataset, inputs = {} } = options;
  const config = dataset.config.parse(options.config ?? {}) as SeededConfig;
  const specs = dataset.tables(config, inputs);
  const whole = dataset.plan(config, inputs);
  const tables = selected(specs, settings.tables);
  const files = runFiles(options.formats, tables, dataset.name, whole);
  // A format may need batches of a table that it does not write: the ids of a matrix's rows.
  const plan = narrowed(whole, [
    ...tables.map((table) => table.name),
    ...files.flatMap(({ file }) => file.tables),
  ]);
  const description: RunDescription = {
    dataset: { name: dataset.name, version: dataset.version },
    config: JSON.parse(canonicalJson(config)) as JsonValue,
    seed: config.seed,
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, table]) => [name, inputDigest(table)])),
    plan,
    tables: tables.map((table) => table.name),
    formats: options.formats.map(({ format, options: chosen = {} }) => ({
      name: format.name,
      options: JSON.parse(canonicalJson(chosen)) as JsonValue,
    })),
    ...(settings.parts === undefined ? {} : { parts: settings.parts }),
    ...(settings.order === undefined ? {} : { order: settings.order }),
  };
  return {
    dataset,
    config,
    inputs,
    plan,
    tables,
    files,
    description,
    planHash: digest(withoutSources(description)),
  };
}

function selected(specs: readonly TableSpec[], names: readonly string[] | undefined): readonly TableSpec[] {
  if (names === undefined) return specs;
  const known = specs.map((spec) => spec.name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = nearestName(name, known);
    throw new SynthError<CoreErrorCode>({
      code: 'TABLE_UNKNOWN',
      message: `no table ${name}${near === undefined ? '' : `: did you mean ${near}?`}`,
      field: 'tables',
      value: name,
      allowed: known.join(', '),
      ...(near === undefined ? {} : { remedy: `write ${near}` }),
    });
  }
  return specs.filter((spec) => names.includes(spec.name));
}

/** The plan without stages and tables that nobody asked for. */
function narrowed(plan: Plan, tables: readonly string[]): Plan {
  const wanted = new Set(tables);
  return {
    stages: plan.stages
      .map((stage) => ({
        ...stage,
        tables: stage.tables.filter((table) => wanted.has(table)),
        expectedRows: Object.fromEntries(
          Object.entries(stage.expectedRows).filter(([table]) => wanted.has(table)),
        ),
      }))
      .filter((stage) => stage.tables.length > 0),
  };
}

function withoutSources(description: RunDescription): RunDescription {
  const inputs = Object.fromEntries(
    Object.entries(description.inputs).map(([name, { rows, sha256 }]) => [name, { rows, sha256 }]),
  );
  return { ...description, inputs };
}

import type { Inputs } from '@synth/core';
import type { OutputFormat } from '@synth/io';
import { formatsByName } from '@synth/io';
import type { Context } from '../context';
import type { Generator } from '../generator';
import { coerce } from '../options/coerce';
import type { PartialConfig } from '../options/merge-config';
import type { OptionValues } from '../options/option';
import { listOf, textOf } from '../options/option';
import { readConfig } from '../options/read-config';
import type { GeneratorOptions } from './generator-options';
import type { OutputCopy } from './output-copy';
import { outputCopy } from './output-copy';
import { readInputs, withoutFiles } from './read-inputs';
import { defaultFormats } from './run-options';

/** What a person asked a run to be. */
export interface RunRequest {
  readonly config: PartialConfig;
  readonly inputs: Inputs;
  readonly formats: readonly OutputFormat[];
  readonly out: string;
  /** A file that takes a copy, and of what. */
  readonly copy?: OutputCopy | undefined;
  readonly tables?: string[] | undefined;
  readonly parts?: number | undefined;
  readonly workers?: number | undefined;
  readonly order?: 'time' | undefined;
  readonly overwrite?: boolean;
  readonly dryRun?: boolean;
}

/**
 * Reads the options of a run and the files they name. Whatever is wrong with them shows before a run begins.
 *
 * @throws SynthError of options, configuration files, formats, readers and services
 */
export async function runRequest(
  values: OptionValues,
  options: GeneratorOptions,
  generator: Generator,
  context: Context,
): Promise<RunRequest> {
  const { dataset, services } = generator;
  const choices = {
    formats: formatsByName(listOf(values, 'format') ?? generator.formats ?? defaultFormats),
    out: textOf(values, 'out') ?? `out/${dataset.name}`,
    tables: listOf(values, 'tables'),
    parts: coerced(values, 'parts', { type: 'integer', minimum: 1 }) as number | undefined,
    workers: coerced(values, 'workers', { type: 'integer', minimum: 1 }) as number | undefined,
    order: coerced(values, 'order', { enum: ['time'] }) as 'time' | undefined,
    overwrite: values.get('overwrite') === true,
    dryRun: values.get('dry-run') === true,
  };
  const copy = await outputCopy(values, generator.output, choices);
  const given = withoutFiles(values, options.inputs);
  const config = await readConfig(given, options.config, dataset.config.jsonSchema(), dataset.name);
  // First: options of services and files that do not go together show before a file is read.
  const live = await services?.read(values, context);
  const inputs = { ...live, ...(await readInputs(values, options.inputs)) };
  return { ...choices, copy, config, inputs };
}

function coerced(values: OptionValues, name: string, schema: Parameters<typeof coerce>[1]): unknown {
  const text = textOf(values, name);
  return text === undefined ? undefined : coerce(text, schema, `--${name}`);
}

import { readFile } from 'node:fs/promises';
import type { JsonSchema } from '@synth/core';
import { SynthError } from '@synth/core';
import { z } from 'zod';
import type { CliErrorCode } from '../errors';
import { coerce, looseValue } from './coerce';
import { schemaAt } from './json-schema';
import type { PartialConfig } from './merge-config';
import { configAt, mergeConfig } from './merge-config';
import type { OptionValues } from './option';
import { textOf } from './option';
import type { ConfigOption } from './schema-options';

/**
 * The configuration as the command line gives it: options over `--set` over the file of `--config`. Defaults are the
 * schema's.
 *
 * @param dataset the dataset's name: the manifest of a run, given as `--config`, must be of the same
 * @throws SynthError `CONFIG_FILE`, `OPTION_VALUE`
 */
export async function readConfig(
  values: OptionValues,
  options: readonly ConfigOption[],
  schema: JsonSchema,
  dataset: string,
): Promise<PartialConfig> {
  const file = textOf(values, 'config');
  const layers = [
    file === undefined ? {} : await configFile(file, dataset),
    ...((values.get('set') ?? []) as readonly string[]).map((text) => setting(text, schema)),
    ...options.flatMap((option) => {
      const value = values.get(option.name);
      if (value === undefined) return [];
      const given = typeof value === 'string' ? coerce(value, option.schema, `--${option.name}`) : value;
      return [configAt(option.path, given)];
    }),
  ];
  return layers.reduce(mergeConfig, {});
}

function setting(text: string, schema: JsonSchema): PartialConfig {
  const at = text.indexOf('=');
  if (at < 1) {
    throw new SynthError<CliErrorCode>({
      code: 'OPTION_VALUE',
      message: `--set ${text}: give a path and a value`,
      field: '--set',
      value: text,
      allowed: 'a.b=1',
    });
  }
  const path = text.slice(0, at).trim().split('.');
  const value = text.slice(at + 1);
  const known = schemaAt(schema, path);
  return configAt(
    path,
    known === undefined ? looseValue(value) : coerce(value, known, `--set ${path.join('.')}`),
  );
}

async function configFile(path: string, dataset: string): Promise<PartialConfig> {
  const refused = (message: string, cause?: unknown): SynthError<CliErrorCode> =>
    new SynthError<CliErrorCode>({
      code: 'CONFIG_FILE',
      message,
      field: '--config',
      value: path,
      allowed: 'a JSON object of options by their camelCase names, or the manifest.json of a run',
      ...(cause === undefined ? {} : { cause }),
    });
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw refused(`${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refused(`${path} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refused(`${path} holds no JSON object`);
  }
  const manifest = manifestSchema.safeParse(value);
  if (!manifest.success) return value as PartialConfig;
  const { dataset: made, config } = manifest.data.reproducible;
  if (made.name === dataset) return config;
  throw refused(`${path} is the manifest of ${made.name}, not of ${dataset}`);
}

/** The part of a run's manifest that makes it again. */
const manifestSchema = z.object({
  manifestVersion: z.number(),
  reproducible: z.object({
    dataset: z.object({ name: z.string() }),
    config: z.record(z.string(), z.unknown()),
  }),
});

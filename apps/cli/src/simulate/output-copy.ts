import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SynthError } from '@synth/core';
import type { CompleteRun, OutputFormat } from '@synth/io';
import { copyFiles } from '@synth/io';
import type { CliErrorCode } from '../errors';
import type { OutputChoice } from '../generator';
import type { OptionValues } from '../options/option';
import { textOf } from '../options/option';
import { streamName } from './stream-name';

/** A file outside the folder of the run that takes a copy of what the run made. */
export interface OutputCopy extends OutputChoice {
  readonly path: string;
}

interface Choices {
  readonly out: string;
  readonly formats: readonly OutputFormat[];
  readonly tables: readonly string[] | undefined;
}

/**
 * What `--output` asks for; what does not go with it shows before the run.
 *
 * @throws SynthError `OPTION_VALUE`
 */
export async function outputCopy(
  values: OptionValues,
  choice: OutputChoice | undefined,
  { out, formats, tables }: Choices,
): Promise<OutputCopy | undefined> {
  const path = textOf(values, 'output');
  if (path === undefined || choice === undefined) return undefined;
  const { table, format } = choice;
  if (out === streamName || path === streamName) {
    throw unsuited(path, `--output is a file beside a folder, and ${streamName} is the standard output`, {
      allowed: 'with --out DIR',
      remedy: `take --out ${streamName} alone, or name a folder and a file`,
    });
  }
  const named = formats.map(({ name }) => name);
  if (!named.includes(format)) {
    throw unsuited(
      path,
      `--output takes the ${format} file of ${table}, and the run writes ${named.join()}`,
      {
        allowed: `with --format ${format}, alone or among others`,
        remedy: `write --format ${[...named, format].join()}`,
      },
    );
  }
  if (tables !== undefined && !tables.includes(table)) {
    throw unsuited(path, `--output takes the file of ${table}, and --tables leaves it out`, {
      allowed: `with ${table} among --tables`,
      remedy: `write --tables ${[...tables, table].join()}`,
    });
  }
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) {
    throw unsuited(path, `--output: ${path} is a folder`, {
      allowed: 'the path of a file',
      remedy: `write --output ${join(path, `${table}.${format}`)}`,
    });
  }
  return { table, format, path };
}

/** Copies the files of a complete run; parts become one. @throws SynthError of {@link copyFiles} */
export async function writeCopy({ out, files }: CompleteRun, copy: OutputCopy): Promise<void> {
  const own = files.filter(({ format, tables }) => format === copy.format && tables.includes(copy.table));
  await copyFiles(
    own.map(({ path }) => join(out, path)),
    copy.path,
  );
}

const unsuited = (
  value: string,
  message: string,
  more: { readonly allowed: string; readonly remedy: string },
): SynthError<CliErrorCode> =>
  new SynthError({ code: 'OPTION_VALUE', message, field: '--output', value, ...more });

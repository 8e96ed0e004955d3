import type { Plan, TableSpec } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';
import type { OutputFile } from '../formats/format';
import type { FormatChoice } from './run-options';

/** A file of the run, before it is split into parts. */
export interface RunFile {
  /** The format's name. */
  readonly format: string;
  readonly file: OutputFile;
}

/** Names in the run folder that no format may take. */
export const reservedNames = {
  manifest: 'manifest.json',
  card: 'card.md',
  unfinished: '_unfinished',
} as const;

/** Expected rows by table. */
export const expectedRowsOf = (plan: Plan): Record<string, number> =>
  Object.assign({}, ...plan.stages.map((stage) => stage.expectedRows)) as Record<string, number>;

/**
 * The files that the formats make of the tables.
 *
 * @throws SynthError `OUTPUT_EXISTS` when two want the same path; what a format throws
 */
export function runFiles(
  choices: readonly FormatChoice[],
  tables: readonly TableSpec[],
  dataset: string,
  plan: Plan,
): readonly RunFile[] {
  const expectedRows = expectedRowsOf(plan);
  const taken = new Map<string, string>(Object.values(reservedNames).map((name) => [name, 'the run itself']));
  return choices.flatMap(({ format, options }) => {
    const context = { dataset, expectedRows, ...(options === undefined ? {} : { options }) };
    return format.files(tables, context).map((file) => {
      const [top] = file.path.split('/');
      const other = taken.get(file.path) ?? (top === file.path ? undefined : taken.get(top!));
      if (other !== undefined) {
        throw new SynthError<IoErrorCode>({
          code: 'OUTPUT_EXISTS',
          message: `${file.path} would be written by ${other} and by ${format.name}`,
          field: 'formats',
          value: file.path,
          remedy: 'write the formats into two folders',
        });
      }
      taken.set(file.path, format.name);
      return { format: format.name, file };
    });
  });
}

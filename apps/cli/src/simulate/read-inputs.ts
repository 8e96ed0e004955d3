import type { Inputs, InputTable } from '@synth/core';
import { readTable, readVectors } from '@synth/io/read';
import { numberOf } from '../options/coerce';
import type { OptionValues } from '../options/option';
import { textOf } from '../options/option';
import type { InputOption } from './generator-options';

/** The options that name files. Where a number is also allowed, `164` is one and `./164` is a file. */
function filesOf(
  values: OptionValues,
  inputs: readonly InputOption[],
): readonly (InputOption & { readonly file: string })[] {
  return inputs.flatMap((option) => {
    const file = textOf(values, option.name);
    const isNone = file === undefined || (option.orNumber && numberOf(file) !== undefined);
    return isNone ? [] : [{ ...option, file }];
  });
}

/**
 * Reads the input tables that options name, one after the other.
 *
 * @throws SynthError of the readers
 */
export async function readInputs(values: OptionValues, inputs: readonly InputOption[]): Promise<Inputs> {
  const tables: [string, InputTable][] = [];
  for (const { input, file } of filesOf(values, inputs)) {
    tables.push([input, await (file.endsWith('.npy') ? readVectors(file) : readTable(file))]);
  }
  return Object.fromEntries(tables);
}

/** The options without those that name files: what is left for the configuration. */
export function withoutFiles(values: OptionValues, inputs: readonly InputOption[]): OptionValues {
  const files = new Set(filesOf(values, inputs).map(({ name }) => name));
  return new Map([...values].filter(([name]) => !files.has(name)));
}

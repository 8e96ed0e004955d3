import type { Inputs, InputTable } from '@synth/core';
import { readTable } from '@synth/io/read';
import { numberOf } from '../options/coerce';
import type { OptionValues } from '../options/option';
import { textOf } from '../options/option';
import type { InputOption } from './generator-options';

/** The files that options name, by input. Where a number is also allowed, `164` is one and `./164` is a file. */
function filesOf(values: OptionValues, inputs: readonly InputOption[]): ReadonlyMap<string, string> {
  return new Map(
    inputs.flatMap(({ name, orNumber }): [string, string][] => {
      const text = textOf(values, name);
      return text === undefined || (orNumber && numberOf(text) !== undefined) ? [] : [[name, text]];
    }),
  );
}

/**
 * Reads the input tables that options name, one after the other.
 *
 * @throws SynthError of the readers
 */
export async function readInputs(values: OptionValues, inputs: readonly InputOption[]): Promise<Inputs> {
  const tables: [string, InputTable][] = [];
  for (const [name, file] of filesOf(values, inputs)) tables.push([name, await readTable(file)]);
  return Object.fromEntries(tables);
}

/** The options without those that name files: what is left for the configuration. */
export function withoutFiles(values: OptionValues, inputs: readonly InputOption[]): OptionValues {
  const files = filesOf(values, inputs);
  return new Map([...values].filter(([name]) => !files.has(name)));
}

import type { Generator } from '../generator';
import { kebabCase } from '../options/kebab-case';
import type { Option } from '../options/option';
import type { ConfigOption } from '../options/schema-options';
import { schemaOptions } from '../options/schema-options';
import { runOptions } from './run-options';

/** An option that names the file of an input table. */
export interface InputOption extends Option {
  /** The table's name. */
  readonly input: string;
  /** Whether a number is an option of the configuration that has the same name. */
  readonly orNumber: boolean;
}

/** The options of `simulate` for one generator. */
export interface GeneratorOptions {
  /** Those that set the configuration. */
  readonly config: readonly ConfigOption[];
  readonly inputs: readonly InputOption[];
  readonly run: readonly Option[];
  /** All, each name once. */
  readonly all: readonly Option[];
}

/**
 * The options of a generator: of its configuration's schema, of its input tables, of every run. An input that has the
 * name of an option (`users`) takes either: a number is the option, anything else a file.
 */
export function generatorOptions(generator: Generator): GeneratorOptions {
  const { dataset, aliases = {}, services } = generator;
  const config = schemaOptions(dataset.config.jsonSchema()).map((option) => aliased(option, aliases));
  const inputs = Object.entries(dataset.inputs ?? {}).map(([input, meaning]): InputOption => {
    const name = kebabCase(input);
    const count = config.find((option) => option.name === name);
    return {
      name,
      input,
      value: count === undefined ? 'FILE' : 'FILE|N',
      orNumber: count !== undefined,
      description: count === undefined ? meaning : `${meaning}; or ${count.description}`,
    };
  });
  const run = runOptions(generator);
  const isInput = (option: Option): boolean => inputs.some((input) => input.name === option.name);
  const own = config.filter((option) => !isInput(option));
  return { config, inputs, run, all: [...inputs, ...(services?.options ?? []), ...own, ...run] };
}

function aliased(option: ConfigOption, aliases: Required<Generator>['aliases']): ConfigOption {
  const path = option.path.join('.');
  const [name, alias] = Object.entries(aliases).find(([, one]) => one.path.join('.') === path) ?? [];
  return name === undefined ? option : { ...option, ...alias, name };
}

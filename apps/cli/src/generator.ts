import type { AnyDataset, Inputs, JsonValue } from '@synth/core';
import type { GeneratorTests } from '@synth/verify';
import type { Context } from './context';
import type { Check } from './doctor/check';
import type { PartialConfig } from './options/merge-config';
import type { Option, OptionValues } from './options/option';

/** A nested option under a name of its own. */
export interface AliasedOption {
  /** Property names from the configuration's root. */
  readonly path: readonly string[];
  readonly value: string;
  readonly description: string;
}

/** The files of one table in one format. */
export interface OutputChoice {
  readonly table: string;
  readonly format: string;
}

/** A generator as the command line offers it: a dataset and what a person wants to know of its runs. */
export interface Generator {
  readonly dataset: AnyDataset;
  /** Options that the short help shows, in this order, each said in a few words. */
  readonly common: Readonly<Record<string, string>>;
  /** Short names of nested options: `item-id` for `itemColumns.id`. */
  readonly aliases?: Readonly<Record<string, AliasedOption>>;
  /** Formats of a run that names none; absent: csv. */
  readonly formats?: readonly string[];
  /** Whose file `--output` also writes elsewhere: of a format whose parts make a whole one after the other. */
  readonly output?: OutputChoice;
  /** Tables whose files have a line of their own in the summary. */
  readonly main: readonly string[];
  /** The configuration of its demo (seconds, and something worth looking at), and what to try after it. */
  readonly demo: { readonly config: PartialConfig; readonly next: readonly string[] };
  /** Services that tables can come from, in place of files. */
  readonly services?: {
    readonly options: readonly Option[];
    /** The tables of the services that options ask for: none where they ask for none. */
    read(values: OptionValues, context: Context): Promise<Inputs>;
  };
  /** What `synth doctor G` looks at besides the machine, and by which options. */
  readonly doctor?: {
    readonly options: readonly Option[];
    checks(values: OptionValues): readonly Check[];
  };
  /** What `synth verify` holds its runs to, where they are no interactions. */
  readonly tests?: () => Promise<GeneratorTests>;
  /** The line of figures of the summary, from the run's `describe`. */
  figures(describe: Readonly<Record<string, JsonValue>>): readonly string[];
  /** What a person must know of the input, a line each. */
  warnings?(describe: Readonly<Record<string, JsonValue>>): readonly string[];
}

/** Generators by name, loaded when they are asked for: starting pays for one. */
export type GeneratorLoaders = Readonly<Record<string, () => Promise<Generator>>>;

import type { AnyDataset, JsonValue } from '@synth/core';
import type { PartialConfig } from './options/merge-config';

/** A generator as the command line offers it: a dataset and what a person wants to know of its runs. */
export interface Generator {
  readonly dataset: AnyDataset;
  /** Options of its configuration and inputs that the short help shows, in this order. */
  readonly common: readonly string[];
  /** Short names of nested options: `item-id` for `itemColumns.id`. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** Tables whose files have a line of their own in the summary. */
  readonly main: readonly string[];
  /** The configuration of its demo: seconds, and something worth looking at. */
  readonly demo: PartialConfig;
  /** The line of figures of the summary, from the run's `describe`. */
  figures(describe: Readonly<Record<string, JsonValue>>): readonly string[];
}

/** Generators by name, loaded when they are asked for: starting pays for one. */
export type GeneratorLoaders = Readonly<Record<string, () => Promise<Generator>>>;

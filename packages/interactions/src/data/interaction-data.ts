import type { Batch, JsonValue, Row, TableSelection, TableSpec } from '@synth/core';
import type { EventOptions } from '../events/event-options';
import type { EventTable } from '../events/event-table';
import type { InteractionMatrix } from '../matrix/interaction-matrix';

/** What a generator planted, recomputed on demand and never stored. Ids are those of the tables. */
export interface Truth {
  /** How well the item's group or vector fits the user's taste, apart from the item's popularity. */
  affinity(user: string, item: string): number;
  /** The exact probability that the item is the user's first draw. */
  weight(user: string, item: string): number;
  /** The probability that the item is among the user's items. */
  inclusion(user: string, item: string): number;
}

/**
 * Interactions, whether generated or real: what code that consumes them takes, so that one stands in for the other.
 * Real data has no truth, and its type says so: `InteractionData<undefined>`.
 */
export interface InteractionData<T extends Truth | undefined = Truth | undefined, Config = unknown> {
  /** The tables there are, with their columns. */
  readonly tables: readonly TableSpec[];
  /** The complete, parsed configuration: store it and you have the data. */
  readonly config: Config;
  readonly truth: T;
  /** Rows of a table as objects, with the names of the files. */
  rows(table: string, options?: TableSelection): Generator<Row>;
  /** Batches of a table, by columns. */
  batches(table: string, options?: TableSelection & { readonly rows?: number }): Generator<Batch>;
  /** Rows of each table and the figures of the whole: density, item_gini, ... Makes every row once. */
  describe(): Record<string, JsonValue>;
  /** Users by items, with both id maps. Made once. */
  matrix(): InteractionMatrix;
  /** Rows to train a two-tower model on: positives and negatives, with log q. */
  events(options?: EventOptions): EventTable;
}

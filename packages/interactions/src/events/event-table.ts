import type { Batch, TableSelection, TableSpec } from '@synth/core';

/** A row to train on. */
export interface EventRow {
  readonly user_id: string;
  readonly item_id: string;
  /** 1: interacted; 0: shown and passed over. */
  readonly label: 0 | 1;
  /** Natural logarithm of the item's expected share of all positives: subtract it from in-batch logits. */
  readonly log_q: number;
}

/** Training events: a user's positives in order of time, then the negatives. Iterating gives rows. */
export interface EventTable extends Iterable<EventRow> {
  readonly spec: TableSpec;
  /** The same rows by columns, at most `rows` a batch (default 8,192); of the users [start, end) where asked. */
  batches(options?: TableSelection & { readonly rows?: number }): Generator<Batch>;
}

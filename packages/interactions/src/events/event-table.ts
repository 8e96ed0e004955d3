import type { Batch, TableSelection, TableSpec } from '@synth/core';
import { blockEntities, maxBatchRows, rowAt, splitBatch, streams } from '@synth/core';
import { eventMaker } from './event-batches';
import type { EventOptions } from './event-options';
import { negativeConfig } from './event-options';
import type { EventSource } from './event-source';

/** A row to train on. */
export interface EventRow {
  readonly user_id: string;
  readonly item_id: string;
  /** 1: interacted; 0: shown and passed over. */
  readonly label: 0 | 1;
  /**
   * Natural logarithm of the item's expected share of all positives, to six decimals: subtract it from the logits of
   * in-batch negatives. Null for an item that nobody ever takes.
   */
  readonly log_q: number | null;
}

/** Training events: a user's positives in order of time, then the negatives. Iterating gives rows. */
export interface EventTable extends Iterable<EventRow> {
  readonly spec: TableSpec;
  /** The same rows by columns, at most `rows` a batch (default 8,192); of the users [start, end) where asked. */
  batches(options?: TableSelection & { readonly rows?: number }): Generator<Batch>;
}

/** The table `events`. */
export const eventsSpec: TableSpec = {
  name: 'events',
  description: 'rows to train on: what each user took, and what was shown and passed over',
  columns: [
    { name: 'user_id', type: 'dictionary', role: 'user', description: 'the user' },
    { name: 'item_id', type: 'dictionary', role: 'item', description: 'the item' },
    {
      name: 'label',
      type: 'i32',
      role: 'label',
      minimum: 0,
      maximum: 1,
      description: '1: interacted; 0: shown and passed over',
    },
    {
      name: 'log_q',
      type: 'f64',
      nullable: true,
      maximum: 0,
      description:
        "ln of the item's expected share of all positives; null for an item that nobody ever takes",
    },
  ],
  key: ['user_id', 'item_id'],
  references: [
    { column: 'user_id', table: 'users', to: 'user_id' },
    { column: 'item_id', table: 'items', to: 'item_id' },
  ],
};

/** Training events of a source, made as they are read. */
export function eventTable(source: EventSource, options: EventOptions = {}): EventTable {
  const config = negativeConfig.parse(options.negatives ?? {});
  const { seed } = options;
  const keyed =
    seed === undefined ? source : { ...source, streams: streams({ seed, dataset: source.streams.dataset }) };
  const make = eventMaker(keyed, config);

  function* batches(selection: TableSelection & { readonly rows?: number } = {}): Generator<Batch> {
    const [start, end] = selection.entities ?? [0, source.users];
    for (let from = start; from < end; from += blockEntities) {
      const userIds = Array.from({ length: Math.min(end - from, blockEntities) }, (_, k) =>
        source.userId(from + k),
      );
      for (const batch of make(from, userIds)) {
        yield* splitBatch(batch, selection.rows ?? maxBatchRows);
      }
    }
  }

  return {
    spec: eventsSpec,
    batches,
    *[Symbol.iterator]() {
      for (const batch of batches()) {
        for (let row = 0; row < batch.rows; row++) yield rowAt(batch, row) as unknown as EventRow;
      }
    },
  };
}

import type { Batch, Sink, TableSpec } from '@synth/core';
import type { RowCounts } from './block-maker';

/** Hands batches to sinks, in order, with ids that do not change when a run is resumed. */
export class SinkFeed {
  readonly #sinks: readonly Sink[];
  readonly #dataset: string;
  readonly #signal: AbortSignal | undefined;
  readonly #tables: ReadonlySet<string>;
  readonly #rows: RowCounts = {};
  #isClosed = false;

  constructor(
    sinks: readonly Sink[],
    dataset: { readonly name: string; readonly version: string },
    tables: readonly TableSpec[],
    signal: AbortSignal | undefined,
  ) {
    this.#sinks = sinks;
    this.#dataset = `${dataset.name}@${dataset.version}`;
    this.#tables = new Set(tables.map((table) => table.name));
    this.#signal = signal;
  }

  async open(tables: readonly TableSpec[]): Promise<void> {
    for (const sink of this.#sinks) await sink.open?.(tables);
  }

  /** Rows that an earlier run has sent. */
  skip(rows: RowCounts): void {
    for (const table in rows) this.#rows[table] = (this.#rows[table] ?? 0) + rows[table]!;
  }

  async write(batch: Batch): Promise<void> {
    if (!this.#tables.has(batch.table)) return;
    const firstRow = this.#rows[batch.table] ?? 0;
    this.skip({ [batch.table]: batch.rows });
    const context = {
      idPrefix: `${this.#dataset}/${batch.table}`,
      firstRow,
      ...(this.#signal === undefined ? {} : { signal: this.#signal }),
    };
    for (const sink of this.#sinks) await sink.write(batch, context);
  }

  async flush(): Promise<void> {
    for (const sink of this.#sinks) await sink.flush?.();
  }

  /** Closes every sink; the first failure is thrown when all had their turn. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const results = await Promise.allSettled(this.#sinks.map((sink) => sink.close()));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
}

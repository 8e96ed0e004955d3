import type { Clock } from '@synth/core';
import type { RowCounts } from './block-maker';
import type { RunEvent, RunNews, RunProgress } from './run-event';

/** Counts what is done and tells it. */
export class Progress {
  readonly started: number;
  /** Rows by table. */
  readonly rows: RowCounts;
  readonly #clock: Clock;
  readonly #listen: ((event: RunEvent) => void) | undefined;
  readonly #fixed: Pick<RunProgress, 'expectedRows' | 'allBlocks' | 'workers'>;
  readonly #bytes = new Map<string, number>();
  #keptRows = 0;
  #blocks = 0;
  #keptBlocks = 0;

  constructor(
    tables: readonly string[],
    fixed: Pick<RunProgress, 'expectedRows' | 'allBlocks' | 'workers'>,
    clock: Clock,
    started: number,
    listen: ((event: RunEvent) => void) | undefined,
  ) {
    this.rows = Object.fromEntries(tables.map((table) => [table, 0]));
    this.started = started;
    this.#fixed = fixed;
    this.#clock = clock;
    this.#listen = listen;
  }

  get blocks(): number {
    return this.#blocks;
  }

  get keptBlocks(): number {
    return this.#keptBlocks;
  }

  get isDone(): boolean {
    return this.#blocks === this.#fixed.allBlocks;
  }

  /** Blocks of an earlier run that hold. */
  keep(blocks: readonly { readonly rows: RowCounts }[]): void {
    const before = this.#allRows();
    for (const { rows } of blocks) this.add(rows);
    this.#keptBlocks += blocks.length;
    this.#keptRows += this.#allRows() - before;
  }

  /** One more block. */
  add(rows: RowCounts): void {
    for (const table in rows) {
      if (table in this.rows) this.rows[table] = this.rows[table]! + rows[table]!;
    }
    this.#blocks++;
  }

  /** Bytes of the files of a pass so far. */
  setBytes(pass: string, bytes: number): void {
    this.#bytes.set(pass, bytes);
  }

  milliseconds(): number {
    return this.#clock.now() - this.started;
  }

  tell(news: RunNews): void {
    if (this.#listen === undefined) return;
    const progress: RunProgress = {
      ...this.#fixed,
      rows: this.#allRows(),
      keptRows: this.#keptRows,
      bytes: [...this.#bytes.values()].reduce((sum, bytes) => sum + bytes, 0),
      blocks: this.#blocks,
      milliseconds: this.milliseconds(),
    };
    this.#listen({ ...news, ...progress });
  }

  #allRows(): number {
    return Object.values(this.rows).reduce((sum, count) => sum + count, 0);
  }
}

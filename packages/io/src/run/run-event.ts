/** How far a run is: what a progress bar needs. */
export interface RunProgress {
  /** Rows so far, kept ones included. */
  readonly rows: number;
  /** Of these, rows that an earlier, interrupted run had made. */
  readonly keptRows: number;
  /** As planned: a mean, where a row is no entity. */
  readonly expectedRows: number;
  readonly bytes: number;
  readonly blocks: number;
  readonly allBlocks: number;
  /** Threads that make rows. */
  readonly workers: number;
  /** Since the run began. */
  readonly milliseconds: number;
}

/** What happened in a run. */
export type RunNews =
  | {
      readonly type: 'run-started';
      readonly dataset: string;
      readonly out: string;
      readonly tables: readonly string[];
      /** Why the calling thread makes the rows, where more workers were asked for. */
      readonly workersBecause?: string;
    }
  | { readonly type: 'block-done'; readonly stage: string; readonly block: number }
  | {
      readonly type: 'file-done';
      readonly path: string;
      readonly fileRows: number;
      readonly fileBytes: number;
    }
  | { readonly type: 'run-finished'; readonly status: 'complete' | 'interrupted' };

/** What a run tells while it runs. */
export type RunEvent = RunProgress & RunNews;

import type { Batch } from '@synth/core';
import type { ChunkPiece, RowCounts } from './block-maker';
import type { WrittenFile } from './file-writer';
import type { BlockRecord } from './journal';
import type { Pass } from './passes';
import type { BlockKey, PartialSummary } from './summary-keeper';

/** The end of a block of the ordered pass. */
export interface BlockEnd {
  readonly kind: 'end';
  readonly block: number;
  readonly rows: RowCounts;
  readonly summary?: PartialSummary;
}

/** What an executor tells of a part that it writes. */
export type PartNews =
  | { readonly kind: 'opened'; readonly pass: string; readonly kept: number; readonly bytes: number }
  | {
      readonly kind: 'block';
      readonly record: BlockRecord;
      readonly bytes: number;
      readonly summary?: PartialSummary;
    }
  | { readonly kind: 'done'; readonly pass: string; readonly files: readonly WrittenFile[] };

/** A part to write, and what an earlier run wrote of it. */
export interface PartTask {
  readonly pass: Pass;
  readonly records: readonly BlockRecord[];
}

/** Makes blocks: in the calling thread or in workers. One call at a time. */
export interface Executor {
  /** Threads that make blocks. */
  readonly workers: number;
  /**
   * The chunks of the blocks from `first` on, in order. Ends after the blocks in work when the run is to end. A chunk's
   * bytes are the consumer's until it asks for the next.
   */
  ordered(
    pass: Pass,
    first: number,
    onBatch?: (batch: Batch) => Promise<void>,
  ): AsyncIterable<ChunkPiece | BlockEnd>;
  /** Writes parts, in no order among them. */
  parts(tasks: readonly PartTask[]): AsyncIterable<PartNews>;
  /** Makes blocks for the summary alone. */
  summarise(passes: readonly Pass[], blocks: readonly BlockKey[]): AsyncIterable<PartialSummary>;
  /** The summaries of blocks that are not handed out yet. */
  takeSummaries(): Promise<readonly PartialSummary[]>;
  close(): Promise<void>;
}

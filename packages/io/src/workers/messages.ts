import type { DatasetModule, Inputs, Plan, SeededConfig } from '@synth/core';
import type { RowCounts } from '../run/block-maker';
import type { PartNews } from '../run/executor';
import type { BlockRecord } from '../run/journal';
import type { BlockKey, PartialSummary } from '../run/summary-keeper';
import type { SharedMemory } from './shared-work';

/** What a worker is started with. */
export interface WorkerStart {
  readonly module: DatasetModule;
}

/** A run as plain data. */
export interface WorkerInput {
  readonly module: DatasetModule;
  readonly dataset: { readonly name: string; readonly version: string };
  readonly config: SeededConfig;
  readonly inputs: Inputs;
  readonly formats: readonly {
    readonly name: string;
    readonly options?: Readonly<Record<string, unknown>>;
  }[];
  /** As the dataset made it. */
  readonly plan: Plan;
  readonly chosen?: readonly string[];
  readonly parts?: number;
  readonly order?: 'time';
  /** Where files lie until the run is ended. */
  readonly unfinished: string;
  /** Bytes that may be on their way before the worker waits. */
  readonly windowBytes: number;
  /** What the workers prepare together. */
  readonly shared?: SharedMemory;
}

/** A part to write: its pass, and what an earlier run wrote of it. */
export interface PartJob {
  readonly pass: string;
  readonly records: readonly BlockRecord[];
}

/**
 * A job of a worker. Jobs are done one after the other. All workers have the same job at a time: `claims` is the memory of
 * the {@link Claims} by which they take the blocks, or the entries of its list.
 */
export type WorkerJob =
  | { readonly kind: 'blocks'; readonly pass: string; readonly claims: SharedArrayBuffer }
  | { readonly kind: 'parts'; readonly parts: readonly PartJob[]; readonly claims: SharedArrayBuffer }
  | { readonly kind: 'summarise'; readonly blocks: readonly BlockKey[]; readonly claims: SharedArrayBuffer }
  | { readonly kind: 'take' };

/** What a worker is told. */
export type ToWorker =
  | WorkerJob
  /** A chunk has been written: as many bytes more may come. Its buffer comes back, to be used again. */
  | {
      readonly kind: 'written';
      readonly pass: string;
      readonly output: number;
      readonly bytes: number;
      readonly buffer: ArrayBufferLike;
    }
  /** A part ends after the block in work. */
  | { readonly kind: 'stop' };

/** What a thread is told: first what the jobs are of. */
export type ToThread = { readonly kind: 'run'; readonly input: WorkerInput } | ToWorker;

/** What a worker tells. */
export type FromWorker =
  | {
      readonly kind: 'chunk';
      readonly block: number;
      readonly output: number;
      readonly bytes: Uint8Array;
      readonly rows: number;
      readonly meta?: unknown;
      readonly digest?: string;
    }
  | {
      readonly kind: 'end';
      readonly block: number;
      readonly rows: RowCounts;
      readonly summary?: PartialSummary;
    }
  | { readonly kind: 'part'; readonly news: PartNews }
  | { readonly kind: 'summary'; readonly summary: PartialSummary }
  /** A job is done. */
  | { readonly kind: 'free' }
  | { readonly kind: 'failed'; readonly error: ErrorMessage };

/** An error on its way between threads. */
export interface ErrorMessage {
  readonly message: string;
  readonly stack?: string;
  /** Those of a SynthError. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Those of a system error. */
  readonly code?: string;
  readonly syscall?: string;
}

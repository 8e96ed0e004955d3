import type { Batch } from './batch';
import type { TableSpec } from './table';

/** What a sink is told with a batch. */
export interface SinkContext {
  readonly signal?: AbortSignal;
  /** Stable ids of the batch's rows: row i is `${idPrefix}/${firstRow + i}`, whatever workers, parts and batches. */
  readonly idPrefix?: string;
  readonly firstRow?: number;
}

/**
 * Where batches go: a broker, a database, a service. Back-pressure is the awaited promise; delivery is at least once,
 * and rows carry stable ids so that writing one twice changes nothing.
 */
export interface Sink {
  readonly name: string;
  /** The tables to come. Called once, first. */
  open?(tables: readonly TableSpec[]): Promise<void>;
  write(batch: Batch, context?: SinkContext): Promise<void>;
  flush?(): Promise<void>;
  close(): Promise<void>;
}

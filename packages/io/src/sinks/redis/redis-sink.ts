import type { Batch, Sink, SinkContext } from '@synth/core';
import { rowAt } from '@synth/core';
import { rowIds } from '../row-ids';
import { rowRanges } from '../row-ranges';
import { reasonOf, sinkError } from '../sink-error';
import type { TargetName } from '../tables-by-name';
import { TablesByName, targetName } from '../tables-by-name';

/** The part of a Redis pipeline that the sink uses. */
export interface RedisPipeline {
  hset(key: string, fields: Record<string, string>): unknown;
  set(key: string, value: string): unknown;
  del(key: string): unknown;
  xadd(key: string, id: string, ...fields: string[]): unknown;
  /** A pair a command: its error, or null, and its answer. */
  exec(): Promise<[error: Error | null, result: unknown][] | null>;
}

/** The part of a Redis client that the sink uses: a client of ioredis fits. */
export interface RedisClient {
  pipeline(): RedisPipeline;
}

export interface RedisSinkOptions {
  /** The caller's: connected before and closed after by the caller. */
  readonly client: RedisClient;
  /**
   * `hash`: a hash a row, `<name>:<id>`, its fields the columns that have a value; writing a row again replaces it.
   * `json`: a text a row, `<name>:<id>`, its JSON.
   * `stream`: an entry a row, with the fields `id` and `row` (JSON); delivery is at least once. Default `hash`.
   */
  readonly as?: 'hash' | 'json' | 'stream';
  /** The stream's key, or what stands before the id of a hash or a text. Default: the table's name. */
  readonly key?: TargetName;
  /** Rows a pipeline. Default 1,000. */
  readonly batchRows?: number;
}

/**
 * Writes rows to Redis, as hashes, as JSON texts, or to a stream.
 *
 * @throws SynthError `SINK_FAILED` from `write`, also where one command of a pipeline fails
 */
export function redisSink({ client, as = 'hash', key, batchRows = 1000 }: RedisSinkOptions): Sink {
  const tables = new TablesByName();

  const addRow = (pipeline: RedisPipeline, batch: Batch, row: number, id: string | undefined): void => {
    const target = targetName(key, batch.table);
    if (as === 'stream') {
      pipeline.xadd(
        target,
        '*',
        ...(id === undefined ? [] : ['id', id]),
        'row',
        JSON.stringify(rowAt(batch, row)),
      );
      return;
    }
    if (id === undefined) {
      throw sinkError('SINK_FAILED', 'redis', `rows of ${batch.table} have no key to name them by`, {
        field: batch.table,
        remedy: "write them to a stream: as: 'stream'",
      });
    }
    const name = `${target}:${id}`;
    if (as === 'json') {
      pipeline.set(name, JSON.stringify(rowAt(batch, row)));
      return;
    }
    const fields = hashFields(batch, row);
    // A field of an earlier row that this one lacks would stay.
    pipeline.del(name);
    if (Object.keys(fields).length > 0) pipeline.hset(name, fields);
  };

  return {
    name: 'redis',
    open: async (specs) => tables.open(specs),
    async write(batch: Batch, context?: SinkContext) {
      const idOf = rowIds(batch, tables.get(batch.table), context);
      for (const [start, end] of rowRanges(batch.rows, batchRows)) {
        context?.signal?.throwIfAborted();
        const pipeline = client.pipeline();
        for (let row = start; row < end; row++) addRow(pipeline, batch, row, idOf(row));
        await executed(pipeline, batch.table);
      }
    },
    async close() {
      // The client is the caller's.
    },
  };
}

/** The columns that have a value, as texts. */
function hashFields(batch: Batch, row: number): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(rowAt(batch, row))) {
    if (value === null || value === undefined) continue;
    fields[name] = typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
  return fields;
}

/** A pipeline resolves though commands of it failed: each answer is looked at. */
async function executed(pipeline: RedisPipeline, table: string): Promise<void> {
  const failed = (cause: unknown): Error =>
    sinkError('SINK_FAILED', 'redis', `rows of ${table} were not taken: ${reasonOf(cause)}`, {
      field: table,
      cause,
    });
  const answers = await pipeline.exec().catch((cause: unknown) => {
    throw failed(cause);
  });
  if (answers === null) throw failed('the pipeline was dropped');
  const error = answers.find(([one]) => one !== null)?.[0];
  if (error !== undefined) throw failed(error);
}

import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Batch, Sink, SinkContext, TableSpec } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../../errors/codes';
import { TextRows } from '../../formats/text/text-rows';
import { reasonOf, sinkError } from '../sink-error';
import type { TargetName } from '../tables-by-name';
import { TablesByName, targetName } from '../tables-by-name';
import { copyStyle } from './copy-style';
import { createTable, mergeInto, qualified, quoted } from './ddl';

/** One connection to PostgreSQL, by what the sink needs of it. {@link fromPg} makes one. */
export interface PostgresConnection {
  /** Runs a statement; its rows are of no interest. */
  query(sql: string): Promise<unknown>;
  /**
   * Begins a `COPY ... FROM STDIN`: the data goes into the stream, which finishes with the statement, and fails with it,
   * also where the server refuses the data after its end.
   */
  copyFrom(sql: string): Promise<Writable>;
}

export interface PostgresSinkOptions {
  /** One connection, not a pool: batches are transactions. The caller opens and closes it. */
  readonly connection: PostgresConnection;
  /** Default: the search path's first. */
  readonly schema?: string;
  /** Default: the table's own name. */
  readonly table?: TargetName;
  /** Makes tables that are not there, with the key as primary key. Default true. */
  readonly create?: boolean;
  /**
   * What happens to a row whose key is there: `update` and `skip` copy each batch into a temporary table first;
   * `fail` copies into the table itself, which is the fastest, and refuses the batch. Default `update`. Tables without
   * a key are always appended to.
   */
  readonly onConflict?: 'update' | 'skip' | 'fail';
}

/**
 * Writes rows to PostgreSQL by COPY, a batch a transaction: a batch is there as a whole or not at all. Lists, vectors
 * and JSON values are JSON text, for columns of jsonb (or, for vectors, of pgvector).
 *
 * @throws SynthError `SINK_FAILED`; `CONFIG_INVALID` for a table that the sink was not opened with
 */
export function postgresSink(options: PostgresSinkOptions): Sink {
  const { connection, schema, table: target, create = true, onConflict = 'update' } = options;
  const tables = new TablesByName();
  const encoders = new Map<string, TextRows>();
  const nameOf = (table: string): string => qualified(targetName(target, table), schema);

  const copy = async (name: string, table: TableSpec, batch: Batch, signal?: AbortSignal): Promise<void> => {
    const encoder = encoders.get(table.name)!;
    const columns = table.columns.map((column) => quoted(column.name)).join(', ');
    const stream = await connection.copyFrom(`copy ${name} (${columns}) from stdin with (format csv)`);
    const done = finished(stream, { readable: false });
    // Awaited below; until then a failure is not unhandled.
    done.catch(() => undefined);
    try {
      for (const { bytes } of [...encoder.encode(batch), ...encoder.finish()]) {
        signal?.throwIfAborted();
        if (!stream.write(bytes)) await Promise.race([drained(stream), done]);
      }
      stream.end();
    } catch (error) {
      stream.destroy(error as Error);
      await done.catch(() => undefined);
      throw error;
    }
    await done;
  };

  const writeBatch = async (table: TableSpec, batch: Batch, signal?: AbortSignal): Promise<void> => {
    const name = nameOf(table.name);
    if (onConflict === 'fail' || table.key.length === 0) {
      await copy(name, table, batch, signal);
      return;
    }
    const staging = quoted('synth_staging');
    await connection.query(`create temporary table ${staging} (like ${name}) on commit drop`);
    await copy(staging, table, batch, signal);
    await connection.query(mergeInto(name, staging, table, onConflict));
  };

  return {
    name: 'postgres',
    async open(specs) {
      tables.open(specs);
      for (const table of specs) {
        encoders.set(table.name, new TextRows(table, copyStyle));
        if (!create) continue;
        await connection.query(createTable(nameOf(table.name), table)).catch((cause: unknown) => {
          throw failed(nameOf(table.name), cause);
        });
      }
    },
    async write(batch: Batch, context?: SinkContext) {
      const table = tables.get(batch.table);
      if (table === undefined) throw notOpened(batch.table);
      if (batch.rows === 0) return;
      context?.signal?.throwIfAborted();
      try {
        await connection.query('begin');
        await writeBatch(table, batch, context?.signal);
        await connection.query('commit');
      } catch (cause) {
        await connection.query('rollback').catch(() => undefined);
        context?.signal?.throwIfAborted();
        throw failed(nameOf(table.name), cause);
      }
    },
    async close() {
      // The connection is the caller's.
    },
  };
}

const drained = (stream: Writable): Promise<void> => new Promise((resolve) => stream.once('drain', resolve));

function failed(name: string, cause: unknown): SynthError<IoErrorCode> {
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : undefined;
  const text = `table ${name}: ${reasonOf(cause)}${code === undefined ? '' : ` (${code})`}`;
  return sinkError('SINK_FAILED', 'postgres', text, { field: name, value: code, cause });
}

function notOpened(table: string): SynthError<IoErrorCode | 'CONFIG_INVALID'> {
  return new SynthError({
    code: 'CONFIG_INVALID',
    message: `postgres: the sink was not opened with the table ${table}`,
    field: table,
    allowed: 'the tables given to open',
    remedy: 'call open with the table specs first',
  });
}

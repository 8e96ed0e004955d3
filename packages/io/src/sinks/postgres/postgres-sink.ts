import type { Writable } from 'node:stream';
import type { Batch, Sink, SinkContext, TableSpec } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../../errors/codes';
import { TextRows } from '../../formats/text/text-rows';
import { reasonOf, sinkError } from '../sink-error';
import type { TargetName } from '../tables-by-name';
import { TablesByName, targetName } from '../tables-by-name';
import { copyStyle } from './copy-style';
import { CopyTransaction } from './copy-transaction';
import { createTable, qualified } from './ddl';
import { codeOf } from './sql-state';

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
  /**
   * One connection, not a pool: it holds a transaction from a write to the next flush. The caller opens it, leaves it to
   * the sink, and closes it after the sink.
   */
  readonly connection: PostgresConnection;
  /** Default: the search path's first. */
  readonly schema?: string;
  /** Default: the table's own name. */
  readonly table?: TargetName;
  /** Makes tables that are not there, with the key as primary key. Default true. */
  readonly create?: boolean;
  /**
   * What happens to a row whose key is there: `update` and `skip` copy into a temporary table first; of rows with one
   * key, `update` takes the last and `skip` the first. `fail` copies into the table itself, which is the fastest, and
   * refuses the rows since the last flush. Default `update`. Tables without a key are always appended to.
   */
  readonly onConflict?: 'update' | 'skip' | 'fail';
}

/**
 * Writes rows to PostgreSQL by COPY. What is written up to a `flush` is one transaction: it is there as a whole once
 * `flush` resolves, or not at all. A refused row may show only then. `close` flushes, unless the last write's signal is
 * aborted. Lists, vectors and JSON values are JSON text, for columns of jsonb (or, for vectors, of pgvector).
 *
 * @throws SynthError `SINK_FAILED`; `CONFIG_INVALID` for a table that the sink was not opened with
 */
export function postgresSink(options: PostgresSinkOptions): Sink {
  const { connection, schema, table: target, create = true, onConflict = 'update' } = options;
  const tables = new TablesByName();
  const encoders = new Map<string, TextRows>();
  const nameOf = ({ name }: TableSpec): string => qualified(targetName(target, name), schema);
  let transaction: CopyTransaction | undefined;
  let lastSignal: AbortSignal | undefined;

  /** Does a part of the transaction, or takes all of it back. */
  const attempt = async (current: CopyTransaction, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (cause) {
      transaction = undefined;
      await current.rollBack(cause);
      lastSignal?.throwIfAborted();
      throw failed(nameOf(current.at), cause);
    }
  };

  const flush = async (): Promise<void> => {
    const current = transaction;
    if (current === undefined) return;
    await attempt(current, () => current.commit());
    transaction = undefined;
  };

  return {
    name: 'postgres',
    async open(specs) {
      tables.open(specs);
      for (const table of specs) {
        encoders.set(table.name, new TextRows(table, copyStyle));
        if (!create) continue;
        await connection.query(createTable(nameOf(table), table)).catch((cause: unknown) => {
          throw failed(nameOf(table), cause);
        });
      }
    },
    async write(batch: Batch, context?: SinkContext) {
      const table = tables.get(batch.table);
      if (table === undefined) throw notOpened(batch.table);
      if (batch.rows === 0) return;
      const signal = context?.signal;
      signal?.throwIfAborted();
      lastSignal = signal;
      const current = (transaction ??= new CopyTransaction(connection, nameOf, onConflict, table));
      await attempt(current, () => current.write(table, encoders.get(table.name)!, batch, signal));
    },
    flush,
    async close() {
      // The connection is the caller's.
      if (lastSignal?.aborted === true) await transaction?.rollBack(lastSignal.reason);
      else await flush();
    },
  };
}

function failed(name: string, cause: unknown): SynthError<IoErrorCode> {
  const code = codeOf(cause);
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

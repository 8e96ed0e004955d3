import type { Batch, TableSpec } from '@synth/core';
import type { TextRows } from '../../formats/text/text-rows';
import { CopyIn } from './copy-in';
import { lastRows, mergeInto, quoted } from './ddl';
import type { PostgresConnection, PostgresSinkOptions } from './postgres-sink';
import { codeOf } from './sql-state';

/** Of `insert ... on conflict do update`: two of its rows have one key. */
const repeatedKey = '21000';

/** What is written from one flush to the next. A connection runs one COPY at a time; it stays open while its table goes on. */
export class CopyTransaction {
  readonly #connection: PostgresConnection;
  readonly #nameOf: (table: TableSpec) => string;
  readonly #onConflict: NonNullable<PostgresSinkOptions['onConflict']>;
  /** The temporary tables, in the order of their tables' first rows. */
  readonly #staging = new Map<TableSpec, string>();
  #hasBegun = false;
  #copy: CopyIn | undefined;
  #at: TableSpec;

  constructor(
    connection: PostgresConnection,
    nameOf: (table: TableSpec) => string,
    onConflict: NonNullable<PostgresSinkOptions['onConflict']>,
    first: TableSpec,
  ) {
    this.#connection = connection;
    this.#nameOf = nameOf;
    this.#onConflict = onConflict;
    this.#at = first;
  }

  /** The table that is worked on: a failure is its. */
  get at(): TableSpec {
    return this.#at;
  }

  async write(
    table: TableSpec,
    encoder: TextRows,
    batch: Batch,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    if (!this.#hasBegun) await this.#connection.query('begin');
    this.#hasBegun = true;
    if (this.#at !== table) await this.#endCopy();
    this.#at = table;
    this.#copy ??= await CopyIn.begin(this.#connection, await this.#copiedInto(table), table, encoder);
    await this.#copy.write(batch, signal);
  }

  async commit(): Promise<void> {
    await this.#endCopy();
    for (const [table, staging] of this.#staging) {
      this.#at = table;
      await this.#merge(table, staging);
    }
    await this.#connection.query('commit');
  }

  async rollBack(reason: unknown): Promise<void> {
    await this.#copy?.cancel(reason);
    await this.#connection.query('rollback').catch(() => undefined);
  }

  async #endCopy(): Promise<void> {
    await this.#copy?.end();
    this.#copy = undefined;
  }

  async #copiedInto(table: TableSpec): Promise<string> {
    const name = this.#nameOf(table);
    if (this.#onConflict === 'fail' || table.key.length === 0) return name;
    const known = this.#staging.get(table);
    if (known !== undefined) return known;
    const staging = quoted(`synth_staging_${this.#staging.size}`);
    await this.#connection.query(`create temporary table ${staging} (like ${name}) on commit drop`);
    this.#staging.set(table, staging);
    return staging;
  }

  async #merge(table: TableSpec, staging: string): Promise<void> {
    const onConflict = this.#onConflict === 'skip' ? 'skip' : 'update';
    const mergeFrom = (source: string): Promise<unknown> =>
      this.#connection.query(mergeInto(this.#nameOf(table), source, table, onConflict));
    await this.#connection.query('savepoint synth_merge');
    try {
      await mergeFrom(staging);
    } catch (error) {
      if (codeOf(error) !== repeatedKey) throw error;
      // Rare, so the rows are sorted only then.
      await this.#connection.query('rollback to savepoint synth_merge');
      await mergeFrom(lastRows(staging, table));
    }
  }
}

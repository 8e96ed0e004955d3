import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Batch, TableSpec } from '@synth/core';
import type { TextRows } from '../../formats/text/text-rows';
import { quoted } from './ddl';
import type { PostgresConnection } from './postgres-sink';

/** One `COPY ... FROM STDIN` under way, which takes batch after batch of a table. */
export class CopyIn {
  readonly #stream: Writable;
  readonly #encoder: TextRows;
  readonly #done: Promise<void>;
  #isReady: Promise<void> | undefined;

  private constructor(stream: Writable, encoder: TextRows) {
    this.#stream = stream;
    this.#encoder = encoder;
    this.#done = finished(stream, { readable: false });
    // Awaited with the next chunk, or at the end; until then a failure is not unhandled.
    this.#done.catch(() => undefined);
  }

  /**
   * @param name the table that is copied into, as SQL has it
   * @param encoder of the table's rows, with none in it
   */
  static async begin(
    connection: PostgresConnection,
    name: string,
    { columns }: TableSpec,
    encoder: TextRows,
  ): Promise<CopyIn> {
    const names = columns.map((column) => quoted(column.name)).join(', ');
    const stream = await connection.copyFrom(`copy ${name} (${names}) from stdin`);
    return new CopyIn(stream, encoder);
  }

  /** Sends what there is of a batch at once: the server is slower, and is not to wait until a chunk is full. */
  async write(batch: Batch, signal: AbortSignal | undefined): Promise<void> {
    for (const { bytes } of this.#encoder.encode(batch)) await this.#send(bytes, signal);
    for (const { bytes } of this.#encoder.finish()) await this.#send(bytes, signal);
  }

  /** Resolves with the statement. */
  async end(): Promise<void> {
    this.#stream.end();
    await this.#done;
  }

  /** Ends the statement by a failure, whatever it has taken. */
  async cancel(reason: unknown): Promise<void> {
    this.#encoder.finish();
    this.#stream.destroy(reason instanceof Error ? reason : new Error(String(reason)));
    await this.#done.catch(() => undefined);
  }

  /** A chunk waits for the one before it, so that the rows to come are made while the server takes these. */
  async #send(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<void> {
    await Promise.race([this.#isReady, this.#done]);
    signal?.throwIfAborted();
    this.#isReady = this.#stream.write(bytes) ? undefined : drained(this.#stream);
  }
}

const drained = (stream: Writable): Promise<void> => new Promise((resolve) => stream.once('drain', resolve));

import type { Batch, Clock, Sink, SinkContext } from '@synth/core';
import { rowAt, systemClock } from '@synth/core';
import { rowRanges } from '../row-ranges';
import { reasonOf, sinkError } from '../sink-error';
import { retryDelay } from './retry-delay';

/** The part of `fetch` that the sink uses. */
export type Fetch = (
  url: string,
  request: { method: string; headers: Record<string, string>; body: string; signal?: AbortSignal },
) => Promise<{
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

export interface HttpSinkOptions {
  /** Where the rows of a table go. */
  readonly url: string | ((table: string) => string);
  /** Default POST. */
  readonly method?: 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  /** `json`: an array of rows; `ndjson`: a row a line. Default `json`. */
  readonly body?: 'json' | 'ndjson';
  /** Another body than the rows. */
  readonly encode?: (rows: readonly Record<string, unknown>[], table: string) => string;
  /** Rows a request. Default 500. */
  readonly batchRows?: number;
  /** Tries a request, the first one included. Default 5. */
  readonly attempts?: number;
  /** Default the platform's. */
  readonly fetch?: Fetch;
  /** For the waits between tries. */
  readonly clock?: Clock;
}

/**
 * Sends rows to a web service. Requests that fail for a while (no connection, 408, 425, 429, 5xx) are tried again, after
 * what Retry-After says or a growing wait; each carries the same `Idempotency-Key` at each try, and in each run.
 *
 * @throws SynthError `SINK_FAILED` from `write`
 */
export function httpSink(options: HttpSinkOptions): Sink {
  const { url, method = 'POST', headers = {}, body = 'json', batchRows = 500, attempts = 5 } = options;
  const { fetch = globalThis.fetch as Fetch, clock = systemClock } = options;
  const contentType = body === 'json' ? 'application/json' : 'application/x-ndjson';

  const encode = (rows: readonly Record<string, unknown>[], table: string): string => {
    if (options.encode !== undefined) return options.encode(rows, table);
    return body === 'json' ? JSON.stringify(rows) : `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
  };

  const send = async (target: string, request: Parameters<Fetch>[1]): Promise<void> => {
    const { signal } = request;
    for (let attempt = 1; ; attempt++) {
      let retryAfter: string | null = null;
      let failure: { message: string; value?: number; cause?: unknown; final: boolean };
      try {
        const answer = await fetch(target, request);
        const text = await answer.text();
        if (answer.ok) return;
        retryAfter = answer.headers.get('retry-after');
        const message = `${answer.status} ${text.slice(0, 200)}`.trim();
        failure = { message, value: answer.status, final: !isPassing(answer.status) };
      } catch (cause) {
        signal?.throwIfAborted();
        failure = { message: reasonOf(cause), cause, final: false };
      }
      if (failure.final || attempt === attempts) {
        const tries = attempt === 1 ? '' : ` (${attempt} tries)`;
        throw sinkError('SINK_FAILED', 'http', `${method} ${target}: ${failure.message}${tries}`, {
          field: target,
          value: failure.value,
          cause: failure.cause,
        });
      }
      await clock.sleep(retryDelay(attempt, retryAfter, clock.now()), signal);
    }
  };

  return {
    name: 'http',
    async write(batch: Batch, context?: SinkContext) {
      const { signal, idPrefix, firstRow } = context ?? {};
      const target = typeof url === 'string' ? url : url(batch.table);
      for (const [start, end] of rowRanges(batch.rows, batchRows)) {
        signal?.throwIfAborted();
        const rows = Array.from({ length: end - start }, (_, i) => rowAt(batch, start + i));
        const key: Record<string, string> =
          idPrefix === undefined || firstRow === undefined
            ? {}
            : { 'idempotency-key': `${idPrefix}/${firstRow + start}-${firstRow + end - 1}` };
        await send(target, {
          method,
          headers: { 'content-type': contentType, ...key, ...headers },
          body: encode(rows, batch.table),
          ...(signal === undefined ? {} : { signal }),
        });
      }
    },
    async close() {
      // Connections are the platform's.
    },
  };
}

/** Whether a status may be another one later. */
const isPassing = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || status >= 500;

import type { Batch, Row, Sink, SinkContext } from '@synth/core';
import { rowAt } from '@synth/core';
import { rowRanges } from '../row-ranges';
import { reasonOf, sinkError } from '../sink-error';
import type { TargetName } from '../tables-by-name';
import { TablesByName, targetName } from '../tables-by-name';

/** What a request to Supabase answers: errors are returned, not thrown. */
export interface SupabaseAnswer {
  readonly error: { readonly message: string; readonly code?: string } | null;
}

/** The part of a Supabase client that the sink uses: a client of @supabase/supabase-js or postgrest-js fits. */
export interface SupabaseSinkClient {
  from(table: string): {
    upsert(
      rows: Row[],
      options: { onConflict?: string; ignoreDuplicates?: boolean },
    ): PromiseLike<SupabaseAnswer>;
    insert(rows: Row[]): PromiseLike<SupabaseAnswer>;
  };
}

export interface SupabaseSinkOptions {
  readonly client: SupabaseSinkClient;
  /** Default: the table's own name. */
  readonly table?: TargetName;
  /** What happens to a row whose key is there. Default `update`. Tables without a key are always appended to. */
  readonly onConflict?: 'update' | 'skip';
  /** Rows a request. Default 500. */
  readonly batchRows?: number;
}

/**
 * Writes rows to tables that exist, through PostgREST: by upsert on the table's key, so that writing a row twice changes
 * nothing. Timestamps are ISO 8601; lists and vectors are JSON arrays.
 *
 * @throws SynthError `SINK_FAILED` from `write`
 */
export function supabaseSink(options: SupabaseSinkOptions): Sink {
  const { client, table: target, onConflict = 'update', batchRows = 500 } = options;
  const tables = new TablesByName();
  return {
    name: 'supabase',
    open: async (specs) => tables.open(specs),
    async write(batch: Batch, context?: SinkContext) {
      const key = tables.get(batch.table)?.key ?? [];
      const name = targetName(target, batch.table);
      for (const [start, end] of rowRanges(batch.rows, batchRows)) {
        context?.signal?.throwIfAborted();
        const rows = Array.from({ length: end - start }, (_, i) => rowAt(batch, start + i));
        const request =
          key.length === 0
            ? client.from(name).insert(rows)
            : client
                .from(name)
                .upsert(rows, { onConflict: key.join(','), ignoreDuplicates: onConflict === 'skip' });
        const error = await Promise.resolve(request).then(
          (answer) => answer.error,
          (cause: unknown) => ({ message: reasonOf(cause), code: undefined }),
        );
        if (error !== null) {
          const code = error.code === undefined || error.code === '' ? '' : ` (${error.code})`;
          throw sinkError('SINK_FAILED', 'supabase', `table ${name}: ${error.message}${code}`, {
            field: name,
            value: error.code,
            cause: error,
          });
        }
      }
    },
    async close() {
      // The client holds no connection.
    },
  };
}

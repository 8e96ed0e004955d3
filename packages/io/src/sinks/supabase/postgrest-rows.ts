import type { Row } from '@synth/core';
import { sinkError } from '../sink-error';

/** The part of a PostgREST client that {@link postgrestRows} uses. */
export interface PostgrestReader {
  from(table: string): {
    select(columns: string): {
      order(
        column: string,
        options: { ascending: boolean },
      ): {
        range(
          from: number,
          to: number,
        ): PromiseLike<{
          data: unknown[] | null;
          error: { readonly message: string; readonly code?: string } | null;
        }>;
      };
    };
  };
}

/**
 * The rows of a table through PostgREST, page by page, in the order of a column that is unique: pages neither overlap
 * nor leave rows out then, as long as nobody writes meanwhile.
 *
 * @param options.orderBy the unique column
 * @param options.columns default `*`
 * @param options.pageRows default 1,000
 * @throws SynthError `SINK_FAILED`
 */
export async function* postgrestRows(
  client: PostgrestReader,
  table: string,
  options: { readonly orderBy: string; readonly columns?: string; readonly pageRows?: number },
): AsyncGenerator<Row> {
  const { orderBy, columns = '*', pageRows = 1000 } = options;
  for (let from = 0; ;) {
    const { data, error } = await client
      .from(table)
      .select(columns)
      .order(orderBy, { ascending: true })
      .range(from, from + pageRows - 1);
    if (error !== null) {
      throw sinkError('SINK_FAILED', 'supabase', `table ${table}: ${error.message}`, {
        field: table,
        cause: error,
      });
    }
    // A server may cut pages shorter than asked: only an empty one is the end.
    if (data === null || data.length === 0) return;
    yield* data as Row[];
    from += data.length;
  }
}

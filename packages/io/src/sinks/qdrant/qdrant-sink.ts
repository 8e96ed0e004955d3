import type { Batch, Row, Sink, SinkContext, TableSpec } from '@synth/core';
import { rowAt, SynthError } from '@synth/core';
import type { IoErrorCode } from '../../errors/codes';
import { rowIds } from '../row-ids';
import { rowRanges } from '../row-ranges';
import { reasonOf, sinkError } from '../sink-error';
import type { TargetName } from '../tables-by-name';
import { TablesByName, targetName } from '../tables-by-name';
import { pointId } from './point-id';

/** A point of Qdrant. */
export interface QdrantPoint {
  id: string;
  vector: number[];
  payload: Record<string, unknown>;
}

/** The part of a Qdrant client that the sink uses: a `QdrantClient` of @qdrant/js-client-rest fits. */
export interface QdrantSinkClient {
  upsert(collection: string, points: { wait: boolean; points: QdrantPoint[] }): Promise<unknown>;
  collectionExists(collection: string): Promise<{ exists: boolean }>;
  createCollection(
    collection: string,
    options: { vectors: { size: number; distance: 'Cosine' | 'Dot' | 'Euclid' } },
  ): Promise<unknown>;
}

export interface QdrantSinkOptions {
  readonly client: QdrantSinkClient;
  /** Default: the table's name. */
  readonly collection?: TargetName;
  /** The column of the vector. Default: the first of the type vector. */
  readonly vector?: string;
  /** Columns of the payload. Default: all but the vector. */
  readonly payload?: readonly string[];
  /** Creates collections that are not there, with this distance. */
  readonly create?: 'Cosine' | 'Dot' | 'Euclid';
  /** Points a request. Default 256. */
  readonly batchPoints?: number;
}

/**
 * Writes the tables that have a vector as points of collections. The id of a point is a UUID made from the table's name
 * and the row's key, so that a row that is written again replaces itself. Rows without a vector are left out.
 *
 * @throws SynthError `SINK_FAILED`; `CONFIG_INVALID` where a table has no vector
 */
export function qdrantSink(options: QdrantSinkOptions): Sink {
  const { client, collection, payload, create, batchPoints = 256 } = options;
  const tables = new TablesByName();
  const failed = (target: string, cause: unknown): Error =>
    sinkError('SINK_FAILED', 'qdrant', `collection ${target}: ${reasonOf(cause)}`, { field: target, cause });

  const pointOf = (batch: Batch, vector: string, row: number, id: string): QdrantPoint | undefined => {
    const { [vector]: numbers, ...rest } = rowAt(batch, row);
    if (!Array.isArray(numbers)) return undefined;
    const chosen: Row =
      payload === undefined ? rest : Object.fromEntries(payload.map((name) => [name, rest[name]]));
    return { id: pointId(`${batch.table}/${id}`), vector: numbers as number[], payload: chosen };
  };

  return {
    name: 'qdrant',
    async open(specs) {
      tables.open(specs);
      if (create === undefined) return;
      for (const table of specs) {
        const target = targetName(collection, table.name);
        const size = table.columns.find(({ name }) => name === vectorName(table, options.vector))?.width;
        try {
          if ((await client.collectionExists(target)).exists) continue;
          if (size === undefined) throw new Error('the table spec does not say how wide the vectors are');
          await client.createCollection(target, { vectors: { size, distance: create } });
        } catch (cause) {
          throw failed(target, cause);
        }
      }
    },
    async write(batch: Batch, context?: SinkContext) {
      const table = tables.get(batch.table);
      const vector = table === undefined ? options.vector : vectorName(table, options.vector);
      if (vector === undefined) throw noVector(batch.table);
      const target = targetName(collection, batch.table);
      const idOf = rowIds(batch, table, context);
      for (const [start, end] of rowRanges(batch.rows, batchPoints)) {
        context?.signal?.throwIfAborted();
        const points: QdrantPoint[] = [];
        for (let row = start; row < end; row++) {
          const id = idOf(row);
          if (id === undefined) throw failed(target, 'rows have no key to name points by');
          const point = pointOf(batch, vector, row, id);
          if (point !== undefined) points.push(point);
        }
        if (points.length === 0) continue;
        await client.upsert(target, { wait: true, points }).catch((cause: unknown) => {
          throw failed(target, cause);
        });
      }
    },
    async close() {
      // The client holds no connection.
    },
  };
}

function vectorName(table: TableSpec, chosen: string | undefined): string {
  const name = chosen ?? table.columns.find((column) => column.type === 'vector')?.name;
  if (name === undefined) throw noVector(table.name);
  return name;
}

function noVector(table: string): SynthError<IoErrorCode | 'CONFIG_INVALID'> {
  return new SynthError({
    code: 'CONFIG_INVALID',
    message: `qdrant: the table ${table} has no column of vectors`,
    field: table,
    allowed: 'tables with a vector',
    remedy: 'choose the tables that have one',
  });
}

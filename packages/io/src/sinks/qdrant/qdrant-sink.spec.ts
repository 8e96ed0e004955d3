import type { Row } from '@synth/core';
import { conformanceBatch, conformanceTable, sinkConformance } from '../../testing';
import { openQdrantSink } from './open-qdrant-sink';
import { pointId } from './point-id';
import type { QdrantPoint, QdrantSinkClient } from './qdrant-sink';
import { qdrantSink } from './qdrant-sink';

function fake() {
  const points = new Map<string, QdrantPoint>();
  const created: unknown[] = [];
  const client: QdrantSinkClient = {
    upsert: async (_collection, { points: some }) => some.forEach((point) => points.set(point.id, point)),
    collectionExists: async () => ({ exists: created.length > 0 }),
    createCollection: async (...call) => void created.push(call),
  };
  return { points, created, client };
}

describe('qdrantSink', () => {
  for (const { name, run } of sinkConformance({
    idempotent: true,
    async make() {
      const { points, client } = fake();
      const rows = async () =>
        [...points.values()].map(({ payload, vector }): Row => ({ ...payload, taste: vector }));
      return { sink: qdrantSink({ client }), rows };
    },
  })) {
    it(name, run);
  }

  it('makes collections as wide as the vectors, once', async () => {
    const { created, client } = fake();
    const sink = qdrantSink({ client, create: 'Cosine', collection: 'items' });
    await sink.open?.([conformanceTable]);
    await sink.open?.([conformanceTable]);
    expect(created).toEqual([['items', { vectors: { size: 3, distance: 'Cosine' } }]]);
  });

  it('keeps the payload that it is told, and leaves rows without a vector out', async () => {
    const { points, client } = fake();
    const batch = conformanceBatch(0, 2);
    const taste = { ...batch.columns['taste']!, valid: Uint8Array.of(0, 1) };
    const sink = qdrantSink({ client, payload: ['plays'] });
    await sink.open?.([conformanceTable]);
    await sink.write({ ...batch, columns: { ...batch.columns, taste } as typeof batch.columns });
    expect([...points.values()]).toEqual([
      { id: pointId('synth_conformance/row%201%2F%C3%A4'), vector: [1, -1, 0.5], payload: { plays: -1 } },
    ]);
  });

  it('refuses tables without vectors, and says what the server refused', async () => {
    const { client } = fake();
    const table = {
      ...conformanceTable,
      columns: conformanceTable.columns.filter(({ type }) => type !== 'vector'),
    };
    await expect(qdrantSink({ client, create: 'Dot' }).open?.([table])).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
    });
    const sink = qdrantSink({
      client: { ...client, upsert: () => Promise.reject(new Error('Bad Request')) },
    });
    await sink.open?.([conformanceTable]);
    await expect(sink.write(conformanceBatch(0, 1))).rejects.toMatchObject({
      code: 'SINK_FAILED',
      message: 'qdrant: collection synth_conformance: Bad Request',
    });
  });
});

describe('pointId', () => {
  it('is a UUID of version 8, the same for the same text', () => {
    expect(pointId('items/i1')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(pointId('items/i1')).toBe(pointId('items/i1'));
    expect(pointId('items/i1')).not.toBe(pointId('items/i2'));
  });
});

describe('openQdrantSink', () => {
  it('asks for no version check, and says that the server cannot be reached', async () => {
    const options: unknown[] = [];
    class QdrantClient {
      upsert = fake().client.upsert;
      collectionExists = fake().client.collectionExists;
      createCollection = fake().client.createCollection;
      constructor(given: unknown) {
        options.push(given);
      }
      getCollections = () => Promise.reject(new TypeError('fetch failed'));
    }
    await expect(openQdrantSink({ url: 'http://h:6333', library: { QdrantClient } })).rejects.toMatchObject({
      code: 'SINK_UNAVAILABLE',
      message: 'qdrant: cannot reach http://h:6333: fetch failed',
    });
    expect(options).toEqual([{ url: 'http://h:6333', checkCompatibility: false }]);
  });
});

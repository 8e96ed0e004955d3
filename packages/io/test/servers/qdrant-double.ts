import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';

interface Point {
  readonly id: string;
  readonly vector: readonly number[];
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * What Qdrant answers to the requests that the sink's client makes, with its rules: ids are UUIDs, vectors are as wide
 * as the collection says. No server of its own runs in tests.
 */
export async function qdrantDouble(): Promise<{
  url: string;
  points(collection: string): Point[];
  stop(): void;
}> {
  const collections = new Map<string, { size: number; points: Map<string, Point> }>();
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (data: Buffer) => (text += data.toString('utf8')));
    request.on('end', () => {
      const body = text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>);
      const [status, result] = answer(`${request.method} ${request.url!.split('?')[0]}`, body);
      response.writeHead(status, { 'content-type': 'application/json' });
      const ok = status < 400;
      response.end(
        JSON.stringify({ ...(ok ? { result } : {}), status: ok ? 'ok' : { error: result }, time: 0.001 }),
      );
    });
  });

  function answer(
    call: string,
    body: Record<string, unknown> | undefined,
  ): [status: number, result: unknown] {
    const [, name = '', rest = ''] = / \/collections\/?([^/]*)(.*)$/.exec(call) ?? [];
    const collection = collections.get(name);
    if (call === 'GET /collections')
      return [200, { collections: [...collections.keys()].map((one) => ({ name: one })) }];
    if (rest === '/exists') return [200, { exists: collection !== undefined }];
    if (call.startsWith('PUT') && rest === '') {
      const { size } = body!['vectors'] as { size: number };
      collections.set(name, { size, points: new Map() });
      return [200, true];
    }
    if (collection === undefined) return [404, `Not found: Collection \`${name}\` doesn't exist!`];
    if (call.startsWith('PUT') && rest === '/points') {
      const points = body!['points'] as Point[];
      for (const { id, vector } of points) {
        if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
          return [400, `${id} is not a valid point ID`];
        if (vector.length !== collection.size) {
          return [
            400,
            `Wrong input: Vector dimension error: expected dim: ${collection.size}, got ${vector.length}`,
          ];
        }
      }
      for (const point of points) collection.points.set(point.id, point);
      return [200, { operation_id: 1, status: 'completed' }];
    }
    return [404, call];
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    points: (collection) => [...(collections.get(collection)?.points.values() ?? [])],
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

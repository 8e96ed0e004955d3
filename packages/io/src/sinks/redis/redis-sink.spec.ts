import type { Row } from '@synth/core';
import { rowOfTexts } from '../../../test/sinks/row-of-texts';
import { conformanceBatch, conformanceTable, sinkConformance } from '../../testing';
import { openRedisSink } from './open-redis-sink';
import { redisScan } from './redis-scan';
import type { RedisPipeline } from './redis-sink';
import { redisSink } from './redis-sink';

/** Hashes and streams in memory; `failAt` is the command that fails. */
function fake(failAt = Number.POSITIVE_INFINITY) {
  const hashes = new Map<string, Record<string, string>>();
  const texts = new Map<string, string>();
  const streams = new Map<string, string[][]>();
  let commands = 0;
  const pipeline = (): RedisPipeline => {
    const queue: (() => void)[] = [];
    return {
      hset: (key, fields) => queue.push(() => void hashes.set(key, { ...hashes.get(key), ...fields })),
      set: (key, value) => queue.push(() => void texts.set(key, value)),
      del: (key) => queue.push(() => void hashes.delete(key)),
      xadd: (key, _id, ...fields) =>
        queue.push(() => void streams.set(key, [...(streams.get(key) ?? []), fields])),
      exec: async () =>
        queue.map((command) => {
          if (commands++ === failAt) return [new Error('OOM command not allowed'), undefined];
          command();
          return [null, 'OK'];
        }),
    };
  };
  return { hashes, texts, streams, client: { pipeline } };
}

describe('redisSink, hashes', () => {
  for (const { name, run } of sinkConformance({
    idempotent: true,
    async make() {
      const { hashes, client } = fake();
      return { sink: redisSink({ client }), rows: async () => [...hashes.values()].map(rowOfTexts) };
    },
  })) {
    it(name, run);
  }

  it('names hashes by the key', async () => {
    const { hashes, client } = fake();
    const sink = redisSink({ client, key: 'users' });
    await sink.open?.([{ ...conformanceTable, key: ['user_id', 'plays'] }]);
    await sink.write(conformanceBatch(0, 2));
    expect([...hashes.keys()]).toEqual(['users:u0000001/-2', 'users:u%222/-1']);
  });

  it('needs something to name hashes by', async () => {
    await expect(redisSink({ client: fake().client }).write(conformanceBatch(0, 1))).rejects.toMatchObject({
      code: 'SINK_FAILED',
      remedy: "write them to a stream: as: 'stream'",
    });
  });

  it('sees a command that failed in a pipeline that did not', async () => {
    const sink = redisSink({ client: fake(5).client });
    await sink.open?.([conformanceTable]);
    await expect(sink.write(conformanceBatch(0, 10))).rejects.toMatchObject({
      code: 'SINK_FAILED',
      message: 'redis: rows of synth_conformance were not taken: OOM command not allowed',
    });
  });
});

describe('redisSink, JSON texts', () => {
  for (const { name, run } of sinkConformance({
    idempotent: true,
    async make() {
      const { texts, client } = fake();
      const rows = async () => [...texts.values()].map((text) => JSON.parse(text) as Row);
      return { sink: redisSink({ client, as: 'json' }), rows };
    },
  })) {
    it(name, run);
  }
});

describe('redisSink, streams', () => {
  for (const { name, run } of sinkConformance({
    idempotent: false,
    async make() {
      const { streams, client } = fake();
      const rows = async () =>
        [...streams.values()].flat().map((fields) => JSON.parse(fields.at(-1)!) as Row);
      return { sink: redisSink({ client, as: 'stream' }), rows };
    },
  })) {
    it(name, run);
  }

  it('gives entries their ids', async () => {
    const { streams, client } = fake();
    await redisSink({ client, as: 'stream', key: 's' }).write(conformanceBatch(0, 1), {
      idPrefix: 'p',
      firstRow: 3,
    });
    expect(streams.get('s')![0]!.slice(0, 3)).toEqual(['id', 'p/3', 'row']);
  });
});

describe('openRedisSink', () => {
  const library = (connect: () => Promise<void>, calls: string[] = []) => ({
    Redis: class {
      pipeline = fake().client.pipeline;
      connect = connect;
      on = (): void => undefined;
      quit = async () => void calls.push('quit');
      disconnect = () => void calls.push('disconnect');
    },
  });

  it('ends its own client', async () => {
    const calls: string[] = [];
    const sink = await openRedisSink({ url: 'redis://h:1', library: library(async () => undefined, calls) });
    await sink.close();
    expect(calls).toEqual(['quit']);
  });

  it('says that the server cannot be reached, without the password', async () => {
    const url = `redis://me:${'secret'}@h:1`;
    const refused = library(() => Promise.reject(new Error('ECONNREFUSED')));
    await expect(openRedisSink({ url, library: refused })).rejects.toMatchObject({
      code: 'SINK_UNAVAILABLE',
      message: 'redis: cannot connect to h:1: ECONNREFUSED',
    });
  });
});

describe('redisScan', () => {
  const client = (steps: readonly (readonly [string, string[]])[]) => {
    const values: Record<string, string> = { a: '1', b: '2', c: '3' };
    let step = 0;
    return {
      scan: async (): Promise<[string, string[]]> => [...steps[step++]!] as [string, string[]],
      mget: async (keys: string[]) => keys.map((key) => values[key] ?? null),
    };
  };

  it('reads each key once, until the cursor is back', async () => {
    const entries = [];
    const steps = [
      ['7', ['a', 'b']],
      ['9', []],
      ['0', ['b', 'c', 'list']],
    ] as const;
    const passedOver: string[] = [];
    const onPassedOver = (key: string) => void passedOver.push(key);
    for await (const entry of redisScan(client(steps as never), '*', { onPassedOver })) entries.push(entry);
    expect(passedOver).toEqual(['list']);
    expect(entries).toEqual([
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
      { key: 'c', value: '3' },
    ]);
  });

  it('says what failed', async () => {
    const broken = { scan: () => Promise.reject(new Error('gone')), mget: async () => [] };
    await expect(redisScan(broken, 'user:*').next()).rejects.toMatchObject({
      code: 'SINK_FAILED',
      message: 'redis: cannot scan user:*: gone',
    });
  });
});

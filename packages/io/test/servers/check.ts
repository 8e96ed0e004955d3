// The conformance of each sink through the real client library, against the servers that run.mjs started.
// Usage: check.ts '{"redis":"redis://...","kafka":"host:port","postgres":"postgres://...","postgrest":"http://..."}'
import { execFileSync } from 'node:child_process';
import { argv } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@supabase/supabase-js';
import type { Row } from '@synth/core';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { openKafkaSink } from '../../src/sinks/kafka';
import { openPostgresSink } from '../../src/sinks/postgres';
import { openQdrantSink } from '../../src/sinks/qdrant';
import { openRedisSink, redisScan } from '../../src/sinks/redis';
import { openSupabaseSink, postgrestRows } from '../../src/sinks/supabase';
import type { SinkConformanceOptions } from '../../src/testing';
import { conformanceBatch, conformanceTable, sinkConformance } from '../../src/testing';
import { rowOfTexts } from '../sinks/row-of-texts';
import { qdrantDouble } from './qdrant-double';

const servers = JSON.parse(argv[2]!) as {
  redis?: string;
  kafka?: string;
  postgres?: string;
  postgrest?: string;
};
const { name: table } = conformanceTable;
let failures = 0;

/** Rejects where a check takes half a minute: something waits for what does not come. */
async function inTime(work: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const late = sleep(30_000, undefined, { signal: timer.signal }).then(() =>
    Promise.reject(new Error('it takes too long')),
  );
  await Promise.race([work, late]).finally(() => timer.abort());
}

async function conforms(what: string, options: SinkConformanceOptions): Promise<void> {
  for (const { name, run } of sinkConformance(options)) {
    await inTime(run()).then(
      () => console.log(`ok       ${what}: ${name}`),
      (error: unknown) => {
        failures++;
        console.log(`FAILED   ${what}: ${name}`, error);
      },
    );
  }
}

async function check(what: string, body: () => Promise<void>): Promise<void> {
  await inTime(body()).then(
    () => console.log(`ok       ${what}`),
    (error: unknown) => {
      failures++;
      console.log(`FAILED   ${what}`, error);
    },
  );
}

function expectThat(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: { code?: unknown }) => error.code,
  );
}

async function redis(url: string): Promise<void> {
  const client = new Redis(url);
  const fresh = async (as: 'hash' | 'json' | 'stream') => {
    await client.flushall();
    return openRedisSink({ url, as });
  };
  await conforms('redis hashes (ioredis)', {
    idempotent: true,
    make: async () => ({
      sink: await fresh('hash'),
      rows: async () => {
        const keys = await client.keys(`${table}:*`);
        return Promise.all(keys.map(async (key) => rowOfTexts(await client.hgetall(key))));
      },
    }),
  });
  await conforms('redis JSON texts (ioredis)', {
    idempotent: true,
    make: async () => ({
      sink: await fresh('json'),
      rows: async () => {
        const keys = await client.keys(`${table}:*`);
        const texts = keys.length === 0 ? [] : await client.mget(keys);
        return texts.map((text) => JSON.parse(text!) as Row);
      },
    }),
  });
  await conforms('redis streams (ioredis)', {
    idempotent: false,
    make: async () => ({
      sink: await fresh('stream'),
      rows: async () =>
        (await client.xrange(table, '-', '+')).map(([, fields]) => JSON.parse(fields.at(-1)!) as Row),
    }),
  });
  await check('redisScan', async () => {
    await client.flushall();
    for (let i = 0; i < 3000; i++) await client.set(`user:${i}`, `value ${i}`);
    await client.hset('user:hash', 'a', '1');
    const found = new Map<string, string>();
    for await (const { key, value } of redisScan(client, 'user:*', { count: 100 })) found.set(key, value);
    expectThat(found.size === 3000 && found.get('user:42') === 'value 42', `${found.size} values`);
  });
  await check('redis, a command that the server refuses', async () => {
    await client.flushall();
    const sink = await openRedisSink({ url, as: 'stream' });
    await client.set(table, 'a text');
    await sink.open?.([conformanceTable]);
    expectThat((await codeOf(sink.write(conformanceBatch(0, 2)))) === 'SINK_FAILED', 'no SINK_FAILED');
    await sink.close();
  });
  await check('redis, no server', async () => {
    expectThat(
      (await codeOf(openRedisSink({ url: 'redis://127.0.0.1:1' }))) === 'SINK_UNAVAILABLE',
      'no SINK_UNAVAILABLE',
    );
  });
  client.disconnect();
}

async function kafka(broker: string): Promise<void> {
  let topics = 0;
  await conforms('kafka (kafkajs, broker of librdkafka)', {
    idempotent: false,
    make: async () => {
      const topic = `check-${topics++}`;
      return {
        sink: await openKafkaSink({ brokers: [broker], topic }),
        rows: async () => {
          const args = ['-C', '-b', broker, '-t', topic, '-e', '-q', '-o', 'beginning', '-f', '%s\\n'];
          const text = execFileSync('kcat', args, {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
            maxBuffer: 1 << 28,
          });
          return text
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line) as Row);
        },
      };
    },
  });
}

async function postgresAndSupabase(url: string, postgrest: string): Promise<void> {
  const database = new Pool({ connectionString: url });
  const rows = async (): Promise<Row[]> => {
    const found = await database.query<{ rows: Row[] }>(
      `select coalesce(json_agg(to_jsonb(t) || jsonb_build_object('at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]') as rows from ${table} t`,
    );
    return found.rows[0]!.rows;
  };
  const drop = () => database.query(`drop table if exists ${table}`);
  await conforms('postgres (pg)', {
    idempotent: true,
    make: async () => {
      await drop();
      return { sink: await openPostgresSink({ url }), rows };
    },
  });
  await check('postgres, a key that is there', async () => {
    await drop();
    const sink = await openPostgresSink({ url, onConflict: 'fail' });
    await sink.open?.([conformanceTable]);
    await sink.write(conformanceBatch(0, 10));
    await sink.flush?.();
    const code = await codeOf(sink.write(conformanceBatch(9, 10)).then(() => sink.flush?.()));
    expectThat(code === 'SINK_FAILED', `${String(code)} for a duplicate`);
    await sink.write(conformanceBatch(10, 5));
    await sink.close();
    expectThat((await rows()).length === 15, `${(await rows()).length} rows, not 15`);
  });
  await check('postgres, stopped within a COPY', async () => {
    await drop();
    const controller = new AbortController();
    const sink = await openPostgresSink({ url });
    await sink.open?.([conformanceTable]);
    await sink.write(conformanceBatch(0, 8192), { signal: controller.signal });
    controller.abort();
    await sink.close();
    expectThat((await rows()).length === 0, `${(await rows()).length} rows, not 0`);
  });
  await check('postgres, no server', async () => {
    const code = await codeOf(openPostgresSink({ url: 'postgres://u@127.0.0.1:1/d' }));
    expectThat(code === 'SINK_UNAVAILABLE', `${String(code)}`);
  });

  await conforms('supabase (supabase-js, a double of PostgREST over PostgreSQL)', {
    idempotent: true,
    make: async () => {
      await drop();
      const maker = await openPostgresSink({ url });
      await maker.open?.([conformanceTable]);
      await maker.close();
      return { sink: await openSupabaseSink({ url: postgrest, key: 'k' }), rows };
    },
  });
  await check('postgrestRows', async () => {
    await database.query(
      'drop table if exists numbers; create table numbers as select i as id from generate_series(1, 2500) i',
    );
    const transport = class {} as never;
    const client = createClient(postgrest, 'k', { realtime: { transport } });
    const ids: unknown[] = [];
    for await (const row of postgrestRows(client, 'numbers', { orderBy: 'id' })) ids.push(row['id']);
    expectThat(ids.length === 2500 && ids.every((id, i) => id === i + 1), `${ids.length} ids`);
  });
  await database.end();
}

async function qdrant(): Promise<void> {
  let made = 0;
  const server = await qdrantDouble();
  await conforms('qdrant (js-client-rest, a double of the server)', {
    idempotent: true,
    make: async () => {
      const collection = `c${made++}`;
      return {
        sink: await openQdrantSink({ url: server.url, collection, create: 'Cosine' }),
        rows: async () =>
          server.points(collection).map(({ payload, vector }) => ({ ...payload, taste: vector })),
      };
    },
  });
  await check('qdrant, no collection', async () => {
    const sink = await openQdrantSink({ url: server.url, collection: 'none' });
    await sink.open?.([conformanceTable]);
    expectThat((await codeOf(sink.write(conformanceBatch(0, 1)))) === 'SINK_FAILED', 'no SINK_FAILED');
  });
  server.stop();
}

async function main(): Promise<void> {
  if (servers.redis !== undefined) await redis(servers.redis);
  if (servers.kafka !== undefined) await kafka(servers.kafka);
  if (servers.postgres !== undefined && servers.postgrest !== undefined) {
    await postgresAndSupabase(servers.postgres, servers.postgrest);
  }
  await qdrant();
  process.exitCode = failures === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

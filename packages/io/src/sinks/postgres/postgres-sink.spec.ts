import { Writable } from 'node:stream';
import type { TableSpec } from '@synth/core';
import { conformanceBatch, conformanceTable } from '../../testing';
import { createTable, mergeInto } from './ddl';
import { openPostgresSink } from './open-postgres-sink';
import { postgresSink } from './postgres-sink';

// What PostgreSQL makes of the statements is tested against one: target test:servers.

/** Keeps statements and data in order; `fail` is a statement that is refused, by a code. */
function fake(fail?: string, code = '23505') {
  const log: string[] = [];
  const run = (sql: string): void => {
    log.push(sql);
    if (fail !== undefined && sql.includes(fail)) {
      throw Object.assign(new Error('duplicate key\nDETAIL'), { code });
    }
  };
  return {
    log,
    connection: {
      query: async (sql: string) => run(sql),
      copyFrom: async (sql: string) => {
        run(sql);
        return new Writable({
          highWaterMark: 1,
          write: (chunk: Buffer, _encoding, done) => {
            log.push(chunk.toString('utf8'));
            setImmediate(done);
          },
        });
      },
    },
  };
}

const table: TableSpec = {
  name: 'notes',
  description: '',
  key: ['id'],
  columns: [
    { name: 'id', type: 'string', description: '' },
    { name: 'no"te', type: 'string', nullable: true, description: '' },
  ],
};
const batch = {
  table: 'notes',
  rows: 4,
  columns: {
    id: { type: 'string', values: ['a', 'b', 'c', 'd'] },
    'no"te': { type: 'string', values: ['\\.', '', 'x', 'y"z\t'], valid: Uint8Array.of(1, 1, 0, 1) },
  },
} as const;

const lines = 'a\t\\\\.\nb\t\nc\t\\N\nd\ty"z\\t\n';

/** The words that say what a statement is. */
const beginning = (sql: string): string =>
  sql === lines
    ? sql
    : sql
        .split(' ')
        .slice(0, sql.startsWith('insert') ? 3 : 2)
        .join(' ');

describe('postgresSink', () => {
  it('copies the batches up to a flush by way of a temporary table, in one transaction', async () => {
    const { log, connection } = fake();
    const sink = postgresSink({ connection, schema: 'app' });
    await sink.open?.([table]);
    await sink.write(batch);
    await sink.write(batch);
    await sink.flush?.();
    await sink.flush?.();
    expect(log).toEqual([
      'create table if not exists "app"."notes" ("id" text not null, "no""te" text, primary key ("id"))',
      'begin',
      'create temporary table "synth_staging_0" (like "app"."notes") on commit drop',
      'copy "synth_staging_0" ("id", "no""te") from stdin',
      lines,
      lines,
      'savepoint synth_merge',
      'insert into "app"."notes" ("id", "no""te") select "id", "no""te" from "synth_staging_0" on conflict ("id") do update set "no""te" = excluded."no""te"',
      'commit',
    ]);
  });

  it('copies into the table itself where keys may not collide; close flushes', async () => {
    const { log, connection } = fake();
    const sink = postgresSink({ connection, onConflict: 'fail', create: false, table: 'mine' });
    await sink.open?.([table]);
    await sink.write(batch);
    await sink.close();
    expect(log.map(beginning)).toEqual(['begin', 'copy "mine"', lines, 'commit']);
  });

  it('copies tables in turn, and each into its own', async () => {
    const { log, connection } = fake();
    const sink = postgresSink({ connection, create: false });
    const others = { ...table, name: 'others' };
    await sink.open?.([others, table]);
    for (const name of ['notes', 'others', 'others', 'notes']) await sink.write({ ...batch, table: name });
    await sink.flush?.();
    expect(log.map(beginning)).toEqual([
      'begin',
      'create temporary',
      'copy "synth_staging_0"',
      lines,
      'create temporary',
      'copy "synth_staging_1"',
      lines,
      lines,
      'copy "synth_staging_0"',
      lines,
      'savepoint synth_merge',
      'insert into "notes"',
      'savepoint synth_merge',
      'insert into "others"',
      'commit',
    ]);
  });

  it('takes the last of the rows with one key', async () => {
    const { log, connection } = fake('from "synth_staging_0" on conflict', '21000');
    const sink = postgresSink({ connection });
    await sink.open?.([table]);
    await sink.write(batch);
    await sink.flush?.();
    expect(log.slice(-3)).toEqual([
      'rollback to savepoint synth_merge',
      'insert into "notes" ("id", "no""te") select "id", "no""te" from (select distinct on ("id") * from "synth_staging_0" order by "id", ctid desc) synth_last on conflict ("id") do update set "no""te" = excluded."no""te"',
      'commit',
    ]);
  });

  it('takes back what is refused, and goes on with the next', async () => {
    const { log, connection } = fake('insert into');
    const sink = postgresSink({ connection });
    await sink.open?.([table]);
    await sink.write(batch);
    await expect(sink.flush?.()).rejects.toMatchObject({
      code: 'SINK_FAILED',
      value: '23505',
      message: 'postgres: table "notes": duplicate key (23505)',
    });
    expect(log.at(-1)).toBe('rollback');
    await sink.write(batch);
    expect(log.filter((sql) => sql === 'begin')).toHaveLength(2);
  });

  it('takes back what is not flushed when it is stopped', async () => {
    const { log, connection } = fake();
    const sink = postgresSink({ connection });
    await sink.open?.([table]);
    const controller = new AbortController();
    await sink.write(batch, { signal: controller.signal });
    controller.abort(new Error('stopped'));
    await expect(sink.write(batch, { signal: controller.signal })).rejects.toThrow('stopped');
    await sink.close();
    expect(log.map(beginning).slice(-3)).toEqual(['copy "synth_staging_0"', lines, 'rollback']);
  });

  it('wants to know its tables', async () => {
    const { connection } = fake();
    await expect(postgresSink({ connection }).write(conformanceBatch(0, 1))).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      field: 'synth_conformance',
    });
  });
});

describe('the statements', () => {
  it('give each type a column', () => {
    expect(createTable('"t"', { ...conformanceTable, key: [] })).toBe(
      'create table if not exists "t" ("id" text not null, "user_id" text not null, "score" double precision, ' +
        '"plays" integer not null, "liked" boolean not null, "at" timestamptz, "note" text, "taste" jsonb not null, "extra" jsonb)',
    );
  });

  it('leave rows alone where told, or where there is nothing but the key', () => {
    expect(mergeInto('"t"', '"s"', table, 'skip')).toMatch(/on conflict \("id"\) do nothing$/);
    expect(mergeInto('"t"', '"s"', { ...table, key: ['id', 'no"te'] }, 'update')).toMatch(/do nothing$/);
  });
});

describe('openPostgresSink', () => {
  const library = (connect: () => Promise<unknown>, calls: string[]) => ({
    Client: class {
      connect = connect;
      on = (): void => undefined;
      end = async () => void calls.push('end');
      query = ((text: unknown) =>
        typeof text === 'string' ? Promise.resolve(calls.push(text)) : text) as never;
    },
    from: () => Object.assign(new Writable(), { submit: () => undefined }),
  });

  it('ends its own connection', async () => {
    const calls: string[] = [];
    const sink = await openPostgresSink({
      url: 'postgres://h/db',
      library: library(async () => undefined, calls),
    });
    await sink.open?.([table]);
    await sink.close();
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['create', 'end']);
  });

  it('says that the server cannot be reached, without the password', async () => {
    const refused = library(() => Promise.reject(new Error('ECONNREFUSED')), []);
    await expect(
      openPostgresSink({ url: `postgres://me:${'secret'}@h:5432/db`, library: refused }),
    ).rejects.toMatchObject({
      code: 'SINK_UNAVAILABLE',
      message: 'postgres: cannot connect to h:5432: ECONNREFUSED',
    });
  });
});

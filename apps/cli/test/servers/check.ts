// Usage: check.ts '{"redis":"redis://...","postgres":"postgres://...","postgrest":"http://..."}'
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { generators } from '../../src/generators';
import { main } from '../../src/main';
import { fakeContext } from '../fixtures/fake-context';

const servers = JSON.parse(argv[2]!) as { redis?: string; postgres?: string; postgrest?: string };

let failures = 0;

async function check(what: string, body: () => Promise<void>): Promise<void> {
  await body().then(
    () => console.log(`ok       ${what}`),
    (error: unknown) => {
      failures++;
      console.log(`FAILED   ${what}`, error);
    },
  );
}

function same(found: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a?.slice(0, 500)} in place of ${b?.slice(0, 500)}`);
}

async function synth(args: readonly string[], env: Record<string, string> = {}) {
  const context = fakeContext({ generators, env });
  const code = await main(args, context);
  return { code, stdout: context.stdout.text, stderr: context.stderr.text };
}

async function done(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { code, stdout, stderr } = await synth(args, env);
  same([code, stderr], [0, ''], args.join(' '));
  return stdout;
}

async function checks(redis: string, postgres: string, postgrest: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'synth-match-servers-'));
  const store = new Redis(redis);
  const database = new Client({ connectionString: postgres });
  await database.connect();
  const live = ['--redis', redis, '--supabase', postgrest, '--supabase-key', 'k'];
  const env = { REDIS_URL: redis, SUPABASE_URL: postgrest, SUPABASE_KEY: 'k' };
  let runs = 0;
  /** The bytes of the events of a run. */
  const events = async (...args: string[]): Promise<string> => {
    const out = join(folder, `run${runs++}`);
    await done(['simulate', 'match', '--format', 'jsonl', '--out', out, ...args]);
    return readFile(join(out, 'match_events_synthetic.jsonl'), 'utf8');
  };
  const fresh = async (): Promise<void> => {
    await store.flushall();
    await database.query('drop table if exists users, profiles, groups');
  };
  const seeded = async (): Promise<unknown> => {
    const { rows } = await database.query<{ all: unknown }>(
      `select json_build_array((select json_agg(t order by id) from users t),
         (select json_agg(t order by user_id) from profiles t), (select json_agg(t order by id) from groups t)) as all`,
    );
    const keys = (await store.keys('session:*')).sort();
    return [rows[0]!.all, keys.length === 0 ? [] : await store.mget(keys)];
  };
  const original = ['--seed', '42'];
  const large = ['--seed', 'large', '--users', '3000', '--groups', '900', '--missing', '0.2'];
  const whole = ['--count', '20000', '--ids', '--truth', '--outcome', 'dating-like'];

  await check(
    'seed makes tables in PostgreSQL, and writes them by COPY; Redis has the sessions',
    async () => {
      await fresh();
      const to = ['--postgres', postgres, '--redis', redis];
      same((await synth(['match', 'seed', ...to])).code, 3, 'without tables');
      await done(['match', 'seed', ...original, ...to, '--create-tables']);
      same(await store.dbsize(), 1000, 'sessions');
    },
  );
  await check('the 300 events of the original run are equal, byte by byte', async () => {
    const invented = await events(...original);
    same(await events(...original, ...live), invented, 'events');
    same(invented.trim().split('\n').length, 300, 'events');
  });
  await check(
    'seed through supabase-js writes what COPY wrote, and a second time changes nothing',
    async () => {
      const first = await seeded();
      await done(['match', 'seed', ...original, ...live]);
      same(await seeded(), first, 'rows');
      await fresh();
      await database.query(await done(['match', 'seed', '--ddl']));
      await done(['match', 'seed', ...original, ...live]);
      same(await seeded(), first, 'rows');
    },
  );
  await check(
    '20,000 events of 3,000 travellers and 900 groups are equal, with ids, over pages and workers',
    async () => {
      await done(['match', 'seed', '--clear', ...live]);
      await done(['match', 'seed', ...large, ...live]);
      const invented = await events(...large, ...whole);
      same(await events('--seed', 'large', ...whole, ...live, '--workers', '2'), invented, 'events');
    },
  );
  await check('doctor passes', async () => {
    const { code, stdout } = await synth(['doctor', 'match', '--out', folder], env);
    same([code, stdout.split('\n').filter((line) => !line.startsWith('PASS'))], [0, ['']], 'doctor');
  });
  await check('what is foreign is neither replaced nor cleared', async () => {
    await store.set('session:u0000001', '{"userId":"u0000001"}');
    await store.set('session:ada', '{"userId":"ada"}');
    await database.query(`update users set clerk_user_id = 'user_2f' where id = 'u0000002'`);
    const { code, stderr } = await synth(['match', 'seed', ...original, ...live]);
    same([code, stderr.includes('[SEED_FOREIGN]')], [2, true], stderr);
    await done(['match', 'seed', '--clear', ...live]);
    same((await store.keys('*')).sort(), ['session:ada', 'session:u0000001'], 'keys');
    same((await database.query('select id from users')).rows, [{ id: 'u0000002' }], 'users');
    await done(['match', 'seed', ...original, ...live, '--overwrite']);
    same(await store.dbsize(), 1001, 'sessions');
  });
  await check('what is wrong in Redis is counted and said', async () => {
    await store.set('session:broken', '{"userId":');
    await store.hset('session:hash', 'userId', 'x');
    const stdout = await done(['simulate', 'match', ...live, '--out', join(folder, 'broken')]);
    for (const line of [
      'input:  1 x a session that is not a JSON object is left out',
      'input:  1 x a session that ended while it was read, or is no text, is left out',
      'input:  1 x a session whose user has no profile: the profile is unknown',
    ]) {
      same(stdout.includes(`${line}\n`), true, `${line} in ${stdout}`);
    }
  });
  await check('tables whose ids are UUIDs give the same events', async () => {
    await fresh();
    await database.query(await done(['match', 'seed', '--ddl', '--uuid']));
    const { code, stderr } = await synth(['match', 'seed', ...original, ...live]);
    same([code, stderr.includes('--uuid')], [3, true], stderr);
    await done(['match', 'seed', ...original, ...live, '--uuid']);
    same(await events(...original, '--live', ...live), await events(...original), 'events');
    await done(['match', 'seed', '--clear', ...live]);
    same(await seeded(), [[null, null, null], []], 'rows');
  });
  await check('doctor says what is missing, and what to do', async () => {
    const { code, stdout } = await synth(['doctor', 'match', '--out', folder], env);
    same(code, 1, 'exit code');
    for (const name of ['users found', 'sessions found', 'features computable', 'events makeable']) {
      same(new RegExp(`^FAIL {2}${name} {2}.*: `, 'm').test(stdout), true, `${name} in ${stdout}`);
    }
  });
  await check('what cannot be reached ends with 3, and no password is shown', async () => {
    const word = 'hush';
    const nowhere = [
      ['--redis', `redis://me:${word}@127.0.0.1:1`],
      ['--redis', redis, '--supabase', 'http://127.0.0.1:1', '--supabase-key', word],
    ];
    for (const args of nowhere) {
      for (const command of [
        ['simulate', 'match', '--out', join(folder, 'none')],
        ['match', 'seed'],
      ]) {
        const { code, stdout, stderr } = await synth([...command, ...args]);
        same([code, `${stdout}${stderr}`.includes(word)], [3, false], `${stdout}${stderr}`);
      }
    }
    const { code, stderr } = await synth([
      'match',
      'seed',
      '--postgres',
      `postgres://me:${word}@127.0.0.1:1/d`,
    ]);
    same([code, stderr.includes(word)], [3, false], stderr);
  });

  store.disconnect();
  await database.end();
  await rm(folder, { recursive: true });
}

const { redis, postgres, postgrest } = servers;
if (redis !== undefined && postgres !== undefined && postgrest !== undefined) {
  await checks(redis, postgres, postgrest);
} else {
  console.log('NOT RUN  match: it takes all of the servers');
}
process.exitCode = failures === 0 ? 0 : 1;

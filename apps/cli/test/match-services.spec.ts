import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from '@synth/core';
import { generators } from '../src/generators';
import { main } from '../src/main';
import { fakeContext } from './fixtures/fake-context';
import type { FakeServices } from './fixtures/fake-services';
import { fakeServices } from './fixtures/fake-services';

const live = ['--redis', 'redis://h', '--supabase', 'http://h', '--supabase-key', 'k'];
const people = ['--users', '150', '--groups', '20', '--seed', 'there and back', '--missing', '0.1'];
const wanted = ['--seed', 'there and back', '--count', '60', '--format', 'jsonl', '--ids'];

let folder: string;
let services: FakeServices;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synth-services-'));
  services = fakeServices();
});

async function ran(args: readonly string[], env: Record<string, string> = {}) {
  const context = fakeContext({ generators, env, libraries: services.libraries });
  const code = await main(args, context);
  return { code, stdout: context.stdout.text, stderr: context.stderr.text };
}

let runs = 0;

/** A run that must be done: its events, its manifest, and what was said. */
async function simulated(args: readonly string[]) {
  const out = join(folder, `run${runs++}`);
  const { code, stdout, stderr } = await ran(['simulate', 'match', ...args, '--out', out]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { reproducible } = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as {
    reproducible: { inputs: Record<string, unknown>; describe: Row };
  };
  const events = await readFile(join(out, 'match_events_synthetic.jsonl'), 'utf8').catch(() => '');
  return { stdout, events, inputs: reproducible.inputs, describe: reproducible.describe };
}

/** A run that must be refused, and leaves nothing. */
async function refused(args: readonly string[], code = 2) {
  const before = await readdir(folder);
  const out = join(folder, 'refused');
  const ended = await ran(['simulate', 'match', ...args, '--out', out, '--json']);
  expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: '' });
  expect(await readdir(folder)).toEqual(before);
  return JSON.parse(ended.stderr) as { code: string; message: string; remedy?: string };
}

async function file(name: string, rows: readonly Row[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return path;
}

describe('simulate match from Redis and Supabase', () => {
  beforeEach(async () => {
    expect((await ran(['match', 'seed', ...people, ...live])).code).toBe(0);
  });

  it('makes the bytes that it makes of the invented people', async () => {
    const invented = await simulated([...people, ...wanted.slice(2)]);
    const { events, stdout } = await simulated([...wanted, ...live]);
    expect(events).toBe(invented.events);
    expect(events.split('\n')).toHaveLength(61);
    expect(stdout).not.toContain('input:');
  });

  it('has the tables in the manifest, the same in whatever order they come', async () => {
    const { inputs, events } = await simulated([...wanted, ...live]);
    expect(inputs).toEqual({
      sessions: { rows: 150, sha256: expect.any(String) as string, source: 'redis' },
      users: { rows: 150, sha256: expect.any(String) as string, source: 'supabase' },
      profiles: { rows: 150, sha256: expect.any(String) as string, source: 'supabase' },
      groups: { rows: 20, sha256: expect.any(String) as string, source: 'supabase' },
    });
    services.turned = true;
    expect(await simulated([...wanted, ...live])).toMatchObject({ inputs, events });
  });

  it('keeps no column that it does not read', async () => {
    const { inputs } = await simulated([...wanted, ...live]);
    for (const row of services.tables.get('users')!) row['email'] = 'a@b.c';
    expect((await simulated([...wanted, ...live])).inputs).toEqual(inputs);
  });

  it('takes addresses from the environment with --live, and only then', async () => {
    const env = { REDIS_URL: 'redis://h', SUPABASE_URL: 'http://h', SUPABASE_KEY: 'k' };
    const [out, invented] = [join(folder, 'live'), join(folder, 'invented')];
    expect((await ran(['simulate', 'match', '--live', '--count', '20', '--out', out], env)).stdout).toContain(
      '150 users from supabase · 20 groups from supabase',
    );
    expect((await ran(['simulate', 'match', '--count', '20', '--out', invented], env)).stdout).toContain(
      '1,000 users · 100 groups',
    );
  });

  it('takes sessions of a file in place of Redis', async () => {
    const entries = [...services.redis].map(([key, value]) => ({ key, value }));
    const sessions = ['--sessions', await file('sessions.jsonl', entries)];
    const { events } = await simulated([...wanted, ...live.slice(2), ...sessions]);
    expect(events).toBe((await simulated([...wanted, ...live])).events);
  });

  it('makes solo events of a database without the table of groups, and of sessions alone', async () => {
    services.tables.delete('groups');
    expect((await simulated([...wanted, ...live])).stdout).toContain(
      'there is no group: all events are solo',
    );
    expect((await simulated([...wanted, ...live.slice(0, 2)])).inputs).toEqual({
      sessions: { rows: 150, sha256: expect.any(String) as string, source: 'redis' },
    });
  });

  it.each([
    [[...live, '--users', '5'], 'OPTION_VALUE', /users come from supabase, and --users is given too/],
    [[...live, '--sessions', 's.csv'], 'OPTION_VALUE', /sessions come from redis, and --sessions/],
    [live.slice(2), 'OPTION_VALUE', /nobody would travel/],
    [
      ['--redis', 'redis://h', '--users', '5'],
      'CONFIG_INVALID',
      /users is 5, and travellers come from a table/,
    ],
    [['--redis', 'http://h'], 'OPTION_VALUE', /the address of Redis is none/],
    [['--supabase', 'http://h'], 'SERVICE_UNSET', /the key of Supabase is not known/],
    [['--live'], 'SERVICE_UNSET', /the address of Redis is not known/],
  ])('refuses %j', async (args, code, message) => {
    expect(await refused(args)).toMatchObject({ code, message: expect.stringMatching(message) as string });
  });

  it('ends with 3 where a service does not answer', async () => {
    services.down = 'redis';
    expect(await refused(live, 3)).toMatchObject({ code: 'SINK_UNAVAILABLE' });
    services.down = 'supabase';
    expect(await refused(live, 3)).toMatchObject({
      code: 'SINK_FAILED',
      message: 'supabase: table users: TypeError: fetch failed',
    });
  });

  it('shows no password where a run is interrupted', async () => {
    const redis = `redis://:${'hush'}@h`;
    const context = fakeContext({
      generators,
      libraries: services.libraries,
      signal: AbortSignal.abort(),
    });
    const args = ['simulate', 'match', '--redis', redis, '--out', join(folder, 'cut')];
    expect(await main(args, context)).toBe(130);
    expect(context.stderr.text).toContain('--redis redis://:***@h --out');
  });
});

describe('what is wrong with the data of services', () => {
  const session = (userId: string, more: Row = {}): string =>
    JSON.stringify({
      userId,
      destination: { name: 'Nice', lat: 43.71, lon: 7.262 },
      budget: 9000,
      startDate: '2024-06-01',
      endDate: '2024-06-11',
      interests: ['food'],
      ...more,
    });

  beforeEach(() => {
    for (const id of ['ada', 'bob', 'cid', 'dan']) {
      services.redis.set(`session:${id}`, session(id));
      services.tables.get('users')!.push({ id, clerk_user_id: `clerk_${id}` });
      services.tables.get('profiles')!.push({ user_id: id, age: 30, languages: ['French'] });
    }
  });

  const user = (id: string | null, clerk: string) => (all: FakeServices) =>
    void all.tables.get('users')!.push({ id, clerk_user_id: clerk });
  const put = (key: string, value: string | null) => (all: FakeServices) => void all.redis.set(key, value);
  const group = (more: Row) => (all: FakeServices) =>
    void all.tables.get('groups')!.push({
      id: 'g1',
      destination: 'Nice',
      start_date: '2024-06-01',
      end_date: '2024-06-09',
      status: 'active',
      ...more,
    });

  it.each<[string, string, (all: FakeServices) => void]>([
    ['broken JSON', 'broken_json', put('session:eve', '{"userId":')],
    ['JSON that is no object', 'broken_json', put('session:eve', '[]')],
    ['a key that holds no text', 'gone', put('session:eve', null)],
    ['a session of nobody', 'no_user', put('session:', '{"budget":1}')],
    ['a session without dates', 'no_dates', put('session:ada', session('ada', { startDate: null }))],
    ['a day that is none', 'dates_unreadable', put('session:ada', session('ada', { endDate: 'June' }))],
    [
      'an end before the start',
      'end_before_start',
      put('session:ada', session('ada', { endDate: '2024-05-01' })),
    ],
    ['no coordinates', 'no_coordinates', put('session:ada', session('ada', { destination: 'Atlantis' }))],
    [
      'a budget of the wrong type',
      'budget_invalid',
      put('session:ada', session('ada', { budget: { eur: 1 } })),
    ],
    [
      'interests of the wrong type',
      'interests_unreadable',
      put('session:ada', session('ada', { interests: 7 })),
    ],
    ['a session without a user', 'no_profile', put('session:eve', session('eve'))],
    ['a user without a session', 'no_session', user('eve', 'clerk_eve')],
    ['a user twice', 'duplicate_user', user('ada', 'clerk_other')],
    ['two users who sign in by one name', 'duplicate_user', user('zoe', 'clerk_ada')],
    ['a user without an id', 'user_without_id', user(null, 'clerk_eve')],
    ['two sessions of a user', 'duplicate_session', put('session:clerk_ada', session('clerk_ada'))],
    ['a group that is closed', 'not_active', group({ status: 'closed' })],
    ['a group whose end lies before its start', 'end_before_start', group({ end_date: '2024-01-01' })],
  ])('counts and says: %s', async (_, kind, spoil) => {
    spoil(services);
    const { stdout, describe: figures } = await simulated([...live, '--count', '2', '--match-type', 'solo']);
    expect(figures['input_problems']).toEqual({ [kind]: 1 });
    expect(stdout).toMatch(/\ninput: {2}1 x [a-z].*\nnext: /);
  });

  it('says what cannot be: an unknown preset, one user, no group, no session', async () => {
    expect(await refused([...live, '--preset', 'saef'])).toMatchObject({
      code: 'OPTION_VALUE',
      message: expect.stringContaining('--preset is "saef"') as string,
    });
    expect(await refused([...live, '--match-type', 'group'])).toMatchObject({
      code: 'EVENTS_IMPOSSIBLE',
      message: 'there is no group: group events need one',
    });
    for (const id of ['bob', 'cid', 'dan']) services.redis.delete(`session:${id}`);
    expect(await refused(live)).toMatchObject({
      code: 'EVENTS_IMPOSSIBLE',
      message: 'there is one traveller: solo events need two',
    });
    services.redis.set('session:ada', '{');
    expect(await refused(live)).toMatchObject({
      code: 'INPUT_EMPTY',
      message: expect.stringMatching(
        /^redis: no session .*1 x a session that is not a JSON object/,
      ) as string,
    });
  });

  it('counts the same in files', async () => {
    const rows = [...services.redis].map(([key, value]) => ({ key, value }));
    const { stdout, inputs } = await simulated([
      ...['--sessions', await file('sessions.jsonl', [...rows, { key: 'session:eve', value: '{' }])],
      ...['--users', await file('users.jsonl', [...services.tables.get('users')!, { id: 'eve' }])],
      ...['--profiles', await file('profiles.jsonl', services.tables.get('profiles')!)],
      ...['--groups', await file('groups.jsonl', [{ id: 'g1', destination: 'Nice' }]), '--count', '2'],
    ]);
    expect(Object.keys(inputs).sort()).toEqual(['groups', 'profiles', 'sessions', 'users']);
    expect(stdout).toContain('input:  1 x a session that is not a JSON object is left out\n');
    expect(stdout).toContain('input:  1 x a user without a session has no trip, and makes no event\n');
  });

  it('refuses a file of travellers with a user twice, and one without ids', async () => {
    const ada = { user_id: 'ada', age: 30 };
    expect(await refused(['--users', await file('twice.jsonl', [ada, ada])])).toMatchObject({
      code: 'INPUT_DUPLICATE',
    });
    expect(await refused(['--users', await file('ages.jsonl', [{ age: 30 }])])).toMatchObject({
      code: 'INPUT_COLUMN_MISSING',
    });
    expect(await refused(['--profiles', await file('profiles.jsonl', [ada])])).toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('none of sessions') as string,
    });
  });
});

describe('doctor match', () => {
  const env = { REDIS_URL: 'redis://h', SUPABASE_URL: 'http://h', SUPABASE_KEY: 'k' };

  async function looked(more: readonly string[] = [], variables: Record<string, string> = env) {
    const { code, stdout } = await ran(['doctor', 'match', '--json', '--out', folder, ...more], variables);
    const checks = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { check: string; passed: boolean; detail: string; remedy?: string });
    const of = (name: string) => checks.find(({ check }) => check === name)!;
    return { code, stdout, of, failed: checks.filter(({ passed }) => !passed).map(({ check }) => check) };
  }

  it('passes where a service has people', async () => {
    await ran(['match', 'seed', ...people, ...live]);
    const { code, failed, of } = await looked();
    expect({ code, failed }).toEqual({ code: 0, failed: [] });
    expect(of('users found').detail).toBe('150 users, 150 profiles');
    expect(of('sessions found').detail).toBe('150 sessions');
    expect(of('features computable').detail).toBe('8 of 8 features of 150 travellers');
    expect(of('events makeable').detail).toMatch(/^[\d,]+ pairs of travellers pass preset balanced$/);
    expect(of('groups found').detail).toBe('20 groups');
    const given = await ran(['doctor', 'match', '--out', folder, ...live]);
    expect(given.code).toBe(0);
    expect(given.stdout).toContain('PASS  Redis reached  it answers\n');
  });

  it('names what is not set, with both ways to set it', async () => {
    const { code, failed, of } = await looked([], { REDIS_URL: 'redis://h' });
    expect(code).toBe(1);
    expect(failed).toEqual([
      ...['variables set', 'Supabase reached', 'users found', 'sessions found'],
      ...['features computable', 'events makeable', 'groups found'],
    ]);
    expect(of('variables set')).toMatchObject({
      detail: 'not the address of Supabase, not the key of Supabase',
      remedy:
        'set SUPABASE_URL, or give --supabase URL; set SUPABASE_KEY or SUPABASE_SERVICE_ROLE_KEY, or give --supabase-key KEY',
    });
  });

  it('says what is down', async () => {
    services.down = 'redis';
    const { failed, of, stdout } = await looked(['--redis', `redis://:${'hush'}@h`]);
    expect(failed).toContain('Redis reached');
    expect(failed).not.toContain('Supabase reached');
    expect(of('Redis reached').detail).toBe('redis: cannot connect to h: connect ECONNREFUSED');
    expect(stdout).not.toContain('hush');
    services.down = 'supabase';
    expect((await looked()).failed).toEqual(expect.arrayContaining(['Supabase reached', 'users found']));
  });

  it('says what nobody has, and that no events can be made', async () => {
    services.redis
      .set('session:ada', '{"budget":1}')
      .set('session:bob', '{"budget":2}')
      .set('session:c', '{');
    const { code, failed, of } = await looked();
    expect(code).toBe(1);
    expect(failed).toEqual(['users found', 'events makeable', 'groups found']);
    expect(of('sessions found').detail).toBe(
      '2 sessions; 1 x a session that is not a JSON object is left out',
    );
    expect(of('features computable').detail).toMatch(
      /^1 of 8 features of 2 travellers; nothing to compare: distance, dates, interests, age, language, /,
    );
    expect(of('events makeable').remedy).toBeDefined();
  });

  it('fails nothing over groups, and fails over a folder that is none', async () => {
    await ran(['match', 'seed', ...people, ...live]);
    services.tables.delete('groups');
    expect(await looked()).toMatchObject({ code: 0, failed: ['groups found'] });
    await writeFile(join(folder, 'file'), '');
    const { code, failed } = await looked([], env);
    expect({ code, failed }).toEqual({ code: 0, failed: ['groups found'] });
    const none = await ran(['doctor', 'match', ...live, '--out', join(folder, 'file', 'run')]);
    expect(none.code).toBe(1);
    expect(none.stdout).toMatch(
      /\nFAIL {2}output folder writable {2}.*file is no folder: give another folder/,
    );
  });
});

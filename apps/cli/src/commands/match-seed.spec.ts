import { fakeContext } from '../../test/fixtures/fake-context';
import type { FakeContext } from '../../test/fixtures/fake-context';
import type { FakeServices } from '../../test/fixtures/fake-services';
import { fakeServices } from '../../test/fixtures/fake-services';
import { matchSeed } from './match-seed';

let services: FakeServices;

beforeEach(() => {
  services = fakeServices();
});

const supabase = ['--supabase', 'https://p.supabase.co', '--supabase-key', 'k'];
const redis = ['--redis', 'redis://h:6379'];
const few = ['--users', '5', '--groups', '2', '--seed', 'a'];

async function seeded(args: readonly string[], options: Partial<FakeContext> = {}) {
  const context = fakeContext({ libraries: services.libraries, ...options });
  const code = await matchSeed.run(args, context);
  return { code, stdout: context.stdout.text, stderr: context.stderr.text };
}

const rowsOf = (table: string) => services.tables.get(table)!;

describe('synth match seed', () => {
  it('writes users, profiles and groups to Supabase and sessions to Redis, in the shapes of the service', async () => {
    const { code, stdout } = await seeded([...few, ...supabase, ...redis]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      'written  5 users · 5 profiles · 2 groups · 5 sessions · seed a\n' +
        'next:  synth simulate match --seed a --supabase https://p.supabase.co --supabase-key *** --redis redis://h:6379\n',
    );
    expect(rowsOf('users')[1]).toEqual({ id: 'u0000001', clerk_user_id: 'synth_u0000001' });
    expect(Object.keys(rowsOf('profiles')[0]!)).toEqual([
      ...['user_id', 'age', 'interests', 'personality', 'location', 'smoking', 'drinking'],
      ...['religion', 'nationality', 'job', 'languages'],
    ]);
    expect(rowsOf('groups')[0]).toMatchObject({ id: 'g0000000', status: 'active' });
    expect(JSON.parse(services.redis.get('session:u0000003')!)).toEqual({
      userId: 'u0000003',
      destination: {
        name: expect.any(String) as string,
        lat: expect.any(Number) as number,
        lon: expect.any(Number) as number,
      },
      budget: expect.any(Number) as number,
      startDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      endDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      mode: 'solo',
      interests: expect.any(Array) as string[],
      source: 'synth',
    });
  });

  it('changes nothing when it writes a second time', async () => {
    await seeded([...few, ...supabase, ...redis]);
    const before = JSON.stringify([[...services.tables], [...services.redis]]);
    expect((await seeded([...few, ...supabase, ...redis])).code).toBe(0);
    expect(JSON.stringify([[...services.tables], [...services.redis]])).toBe(before);
  });

  it('takes addresses and key from the environment with --live', async () => {
    const env = { REDIS_URL: 'redis://h', SUPABASE_URL: 'http://h', SUPABASE_SERVICE_ROLE_KEY: 'k' };
    expect((await seeded([...few, '--live'], { env })).stdout).toContain('5 sessions');
    await expect(seeded([...few], { env })).rejects.toMatchObject({ code: 'OPTION_VALUE' });
    await expect(seeded([...few, '--live'], { env: { REDIS_URL: 'redis://h' } })).rejects.toMatchObject({
      code: 'SERVICE_UNSET',
      message: 'the address of Supabase is not known',
      remedy: 'set SUPABASE_URL, or give --supabase URL',
    });
  });

  it('names both ways to give the key', async () => {
    await expect(seeded([...few, '--supabase', 'http://h'])).rejects.toMatchObject({
      code: 'SERVICE_UNSET',
      remedy: 'set SUPABASE_KEY or SUPABASE_SERVICE_ROLE_KEY, or give --supabase-key KEY',
    });
  });

  it('replaces no user and no session that it did not make, unless it is told to', async () => {
    const stranger = { id: 'u0000002', clerk_user_id: 'user_2f' };
    services.tables.set('users', [stranger]);
    services.redis.set('session:u0000001', '{"userId":"u0000001"}');
    await expect(seeded([...few, ...supabase, ...redis])).rejects.toMatchObject({
      code: 'SEED_FOREIGN',
      value: ['u0000002', 'session:u0000001'],
    });
    expect(rowsOf('users')).toEqual([stranger]);
    expect(services.redis.size).toBe(1);
    expect((await seeded([...few, ...supabase, ...redis, '--overwrite'])).code).toBe(0);
    expect(rowsOf('users')).toHaveLength(5);
  });

  it('takes away what seeds made, and nothing else', async () => {
    await seeded(['--users', '250', '--groups', '3', ...supabase, ...redis]);
    services.tables.set('users', [...rowsOf('users'), { id: 'ada', clerk_user_id: 'user_2f' }]);
    services.tables.set('profiles', [...rowsOf('profiles'), { user_id: 'ada' }]);
    services.tables.set('groups', [...rowsOf('groups'), { id: 'g-nice' }]);
    services.redis.set('session:ada', '{"userId":"ada"}').set('cache:1', '{"source":"shop"}');
    const { stdout } = await seeded(['--clear', ...supabase, ...redis]);
    expect(stdout).toBe('taken away  250 users · 3 groups · 250 sessions\n');
    expect([rowsOf('users'), rowsOf('profiles'), rowsOf('groups')].map((rows) => rows.length)).toEqual([
      1, 1, 1,
    ]);
    expect([...services.redis.keys()].sort()).toEqual(['cache:1', 'session:ada']);
  });

  it('writes to PostgreSQL by COPY, and makes its tables where it is told to', async () => {
    const to = ['--postgres', 'postgres://me@h/db'];
    await seeded([...few, ...to, '--create-tables']);
    const [ddl, check] = services.statements;
    expect(ddl).toBe((await seeded(['--ddl'])).stdout);
    expect(check).toMatch(/^select id, clerk_user_id from users where id in \('u0000000', /);
    expect(services.statements.filter((one) => one.startsWith('copied'))).toEqual([
      'copied 5',
      'copied 5',
      'copied 2',
    ]);
    expect(services.statements.at(-1)).toBe('end');
  });

  it('says with --dry-run what would be written, and reaches nothing', async () => {
    services.down = 'redis';
    const { code, stdout } = await seeded([...few, ...redis, '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toBe(
      'would be written; nothing was  5 users · 5 profiles · 2 groups · 5 sessions · seed a\n',
    );
  });

  it('says the same as JSON', async () => {
    const { stdout } = await seeded([...few, ...redis, '--json']);
    expect(JSON.parse(stdout)).toEqual({
      event: 'people-seeded',
      rows: { sessions: 5 },
      subject: 'seed a',
      next: 'synth simulate match --seed a --redis redis://h:6379',
    });
  });

  it('shows how far long work is', async () => {
    let now = 0;
    const clock = { now: () => (now += 6000), sleep: () => Promise.resolve() };
    const { stderr } = await seeded(['--users', '9000', '--groups', '0', ...redis], { clock });
    expect(stderr).toMatch(/^8,192 of about 9,000 rows · [\d,]+ rows\/s · \d+ s left\n/);
  });

  it('stops when it is told to, and says how to go on, without the password', async () => {
    const url = `redis://me:${'hush'}@h`;
    const { code, stderr } = await seeded([...few, '--redis', url], { signal: AbortSignal.abort() });
    expect(code).toBe(130);
    expect(stderr).toBe(
      `stopped; rows that are there stay, and are written again by:  synth match seed --users 5 --groups 2 --seed a --redis redis://me:${'***'}@h\n`,
    );
    expect(services.redis.size).toBe(0);
  });

  it('says what to do where tables are missing', async () => {
    services.tables.delete('users');
    await expect(seeded([...few, ...supabase])).rejects.toMatchObject({
      code: 'SINK_FAILED',
      remedy: 'make the tables by --create-tables with --postgres, or by what --ddl prints',
    });
  });

  it.each([
    [few, 'OPTION_VALUE', /nothing to write to/],
    [[...supabase, '--postgres', 'postgres://h/d'], 'OPTION_VALUE', /to Supabase and to PostgreSQL/],
    [[...supabase, '--create-tables'], 'OPTION_VALUE', /through --postgres only/],
    [['--postgres', 'mysql://h/d'], 'OPTION_VALUE', /the address of PostgreSQL is none/],
    [
      ['--redis', 'localhost:6379'],
      'OPTION_VALUE',
      /^the address of Redis is none: give an address that begins/,
    ],
    [['--users', '0', ...redis], 'CONFIG_INVALID', /users is 0/],
    [['--count', '3', ...redis], 'OPTION_UNKNOWN', /unknown option --count/],
    [['now', ...redis], 'ARGUMENT_INVALID', /"now" belongs to no option/],
  ])('refuses %j', async (args, code, message) => {
    await expect(seeded(args)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    });
  });

  it('repeats no password in errors', async () => {
    const word = 'hush';
    const twice = ['--redis', `redis://:${word}@h`, '--redis', `redis://:${word}@i`];
    await expect(seeded(twice)).rejects.toMatchObject({ code: 'OPTION_VALUE', value: undefined });
    services.down = 'redis';
    const error = await seeded([...few, '--redis', `redis://:${word}@h`]).catch((one: unknown) => one);
    expect(error).toMatchObject({ code: 'SINK_UNAVAILABLE' });
    expect(JSON.stringify(error)).not.toContain(word);
  });

  it('has help', async () => {
    const { stdout } = await seeded(['--help']);
    for (const title of ['people', 'where to', 'how']) expect(stdout).toContain(`\n${title}\n`);
    expect(stdout).toMatch(/--regions N +how many regions/);
  });
});

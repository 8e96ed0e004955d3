import { fakeContext } from '../../test/fixtures/fake-context';
import { list } from './list';

async function listed(...args: string[]): Promise<string> {
  const context = fakeContext();
  expect(await list.run(args, context)).toBe(0);
  return context.stdout.text;
}

describe('synth list', () => {
  it('names generators, their tables, and formats', async () => {
    const text = await listed();
    expect(text).toContain('  plays  who played what\n    tables: plays users\n');
    expect(text).toMatch(/\nformats\n {2}csv +\S/);
    expect(text).toContain('columns of the tables:  synth list plays\n');
  });

  it('shows the columns of one generator', async () => {
    expect(await listed('plays')).toBe(
      [
        'plays  one row a play',
        '  user_id    string      who',
        '  item_id    dictionary  what',
        '  timestamp  timestamp   when',
        '',
        'users  one row a user',
        '  user_id  string  who',
        '',
      ].join('\n'),
    );
  });

  it('says the same as JSON', async () => {
    const lines = (await listed('--json'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toEqual({
      generator: 'plays',
      version: '1',
      description: 'who played what',
      inputs: { items: 'the catalogue: CSV or JSONL', users: 'the users: CSV or JSONL' },
      tables: ['plays', 'users'],
    });
    expect(lines.find((line) => line['format'] === 'csv')).toBeDefined();
    expect(JSON.parse((await listed('plays', '--json')).split('\n')[1]!)).toMatchObject({ name: 'users' });
  });

  it('names the nearest generator', async () => {
    await expect(list.run(['playz'], fakeContext())).rejects.toMatchObject({
      code: 'GENERATOR_UNKNOWN',
      message: 'no generator playz: did you mean plays?',
    });
    await expect(list.run(['plays', 'users'], fakeContext())).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      message: '"users" belongs to no option',
    });
  });
});

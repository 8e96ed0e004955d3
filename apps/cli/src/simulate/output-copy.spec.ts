import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeContext } from '../../test/fixtures/fake-context';
import { simulate } from '../commands/simulate';
import { generators } from '../generators';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synth-output-'));
});

async function ran(...args: string[]) {
  const context = fakeContext({ generators });
  const out = args.includes('--out') ? [] : ['--out', join(folder, 'run')];
  const code = await simulate.run(['match', '--count', '40', ...out, ...args], context);
  return { code, stdout: context.stdout.text };
}

const text = (...path: string[]): Promise<string> => readFile(join(folder, ...path), 'utf8');

describe('synth simulate match', () => {
  it('writes JSON Lines where no format is named', async () => {
    expect((await ran()).code).toBe(0);
    expect(await readdir(join(folder, 'run'))).toContain('match_events_synthetic.jsonl');
    expect((await text('run', 'match_events_synthetic.jsonl')).trimEnd().split('\n')).toHaveLength(40);
  });

  it('also writes its events to --output, as parts or as one file, and again where the run is there already', async () => {
    const output = join(folder, 'sub', 'events.jsonl');
    const { code, stdout } = await ran('--output', output);
    expect(code).toBe(0);
    expect(stdout).toContain(`\nalso written to ${output}\n`);
    const events = await text('run', 'match_events_synthetic.jsonl');
    expect(await text('sub', 'events.jsonl')).toBe(events);

    await rm(output);
    const again = await ran('--output', output, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ event: 'run-already-complete', output });
    expect(await text('sub', 'events.jsonl')).toBe(events);

    await ran('--parts', '3', '--format', 'csv,jsonl', '--overwrite', '--output', output);
    expect(await text('sub', 'events.jsonl')).toBe(events);
    expect(await readdir(join(folder, 'sub'))).toEqual(['events.jsonl']);
  });

  it('writes no copy of what is only planned', async () => {
    const { stdout } = await ran('--dry-run', '--output', join(folder, 'events.jsonl'));
    expect(stdout).toContain('nothing was written');
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    [['--format', 'csv'], 'the run writes csv', 'write --format csv,jsonl'],
    [['--tables', 'groups'], '--tables leaves it out', 'write --tables groups,match_events_synthetic'],
    [['--out', '-'], '- is the standard output', 'take --out - alone, or name a folder and a file'],
  ])('refuses --output with %j before anything is written', async (args, message, remedy) => {
    await expect(ran('--output', join(folder, 'events.jsonl'), ...args)).rejects.toMatchObject({
      code: 'OPTION_VALUE',
      field: '--output',
      message: expect.stringContaining(message) as unknown,
      remedy,
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses a folder in place of a file', async () => {
    await expect(ran('--output', folder)).rejects.toMatchObject({ code: 'OPTION_VALUE', value: folder });
    expect(await readdir(folder)).toEqual([]);
  });
});

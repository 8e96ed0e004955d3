import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fakeContext } from '../../test/fixtures/fake-context';
import { simulate } from '../commands/simulate';

/** `synth simulate plays --tables plays --out -` with more arguments. */
async function streamed(args: readonly string[], signal = new AbortController().signal) {
  const data = new PassThrough();
  const context = fakeContext({ data, signal });
  const written = text(data);
  const code = await simulate.run(
    ['plays', '--tables', 'plays', '--users', '9', ...args, '--out', '-'],
    context,
  );
  data.end();
  return { code, data: await written, stdout: context.stdout.text, stderr: context.stderr.text };
}

describe('--out -', () => {
  it('gives the rows to the standard output and the facts to the other', async () => {
    const { code, data, stdout, stderr } = await streamed([]);
    const rows = data.trimEnd().split('\n').length - 1;
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(data).toMatch(/^user_id,/);
    expect(stderr).toBe(`plays  9 users · preset plain\n${rows} rows · ${data.length} B\n`);
  });

  it('gives the facts as JSON to the other output as well', async () => {
    const { data, stdout, stderr } = await streamed(['--json']);
    expect(stdout).toBe('');
    expect(JSON.parse(stderr)).toMatchObject({
      event: 'stream-complete',
      bytes: data.length,
      generator: 'plays',
    });
  });

  it('with --dry-run says what would be written, there too', async () => {
    const { code, data, stdout, stderr } = await streamed(['--dry-run']);
    expect({ code, data, stdout }).toEqual({ code: 0, data: '', stdout: '' });
    expect(stderr).toMatch(/plays\.csv +about .* rows/);
  });

  it('ends with 130 when it is stopped', async () => {
    const { code, stderr } = await streamed([], AbortSignal.abort());
    expect(code).toBe(130);
    expect(stderr).toMatch(/^stopped after 0 rows .*; a stream cannot be gone on with\n$/);
  });

  it('ends with 3 and without a word when its reader has gone', async () => {
    const data = new PassThrough();
    data.destroy();
    const context = fakeContext({ data });
    expect(await simulate.run(['plays', '--tables', 'plays', '--out', '-'], context)).toBe(3);
    expect(context.stderr.text).toBe('');
    await expect(
      simulate.run(['plays', '--tables', 'plays', '--out', '-', '--json'], context),
    ).rejects.toMatchObject({ code: 'OUTPUT_CLOSED' });
  });

  it('refuses several tables', async () => {
    await expect(simulate.run(['plays', '--out', '-'], fakeContext())).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: 'a stream takes one file, and these would be 2: plays.csv, users.csv',
    });
  });

  it.each([
    [['--format', 'csv,jsonl'], { code: 'CONFIG_INVALID', field: 'tables' }],
    [['--parts', '2'], { code: 'OPTION_VALUE', field: '--parts' }],
    [['--order', 'time'], { code: 'OPTION_VALUE', field: '--order' }],
  ])('refuses %j', async (args, error) => {
    await expect(streamed(args)).rejects.toMatchObject(error);
  });
});

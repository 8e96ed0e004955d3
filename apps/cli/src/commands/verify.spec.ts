import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeContext } from '../../test/fixtures/fake-context';
import { generators } from '../generators';
import { simulate } from './simulate';
import { verifyCommand } from './verify';

/** Makes a run of match events and returns its folder. */
async function matchRun(...args: string[]): Promise<string> {
  const out = join(await mkdtemp(join(tmpdir(), 'synth-verify-match-')), 'run');
  const code = await simulate.run(['match', '--out', out, ...args], fakeContext({ generators }));
  expect(code).toBe(0);
  return out;
}

async function verified(...args: string[]) {
  const context = fakeContext({ generators });
  return { code: await verifyCommand.run(args, context), text: context.stdout.text };
}

describe('synth verify of a run with tests of its own', () => {
  it.each(['csv', 'jsonl'])('holds %s to what was planted', async (format) => {
    const out = await matchRun('--count', '600', '--groups', '400', '--truth', '--format', format);
    const { code, text } = await verified(out);
    expect(code).toBe(0);
    expect(text).toContain('600 match_events_synthetic');
    expect(text).toMatch(/M01 {2}AUC of the planted probability .* ok\n/);
    const { text: json } = await verified(out, '--json', '--seed', '7');
    expect(JSON.parse(json)).toMatchObject({
      event: 'verified',
      seed: '7',
      source: { dataset: 'match', rows: { match_events_synthetic: 600 } },
      verdict: { ok: true },
      learnability: [{ id: 'M01' }, { id: 'M02' }, { id: 'M03' }],
    });
  });

  it('fails labels that were shuffled, with 1', async () => {
    const out = await matchRun('--count', '2000', '--groups', '900', '--truth', '--format', 'csv');
    const path = join(out, 'match_events_synthetic.csv');
    const [head, ...lines] = (await readFile(path, 'utf8')).trimEnd().split('\n');
    const at = head!.split(',').indexOf('label');
    const cells = lines.map((line) => line.split(','));
    const labels = cells.map((row) => row[at]!);
    cells.forEach((row, i) => (row[at] = labels[(i + 997) % labels.length]!));
    await writeFile(path, `${[head, ...cells.map((row) => row.join(','))].join('\n')}\n`);
    const { code, text } = await verified(out);
    expect(code).toBe(1);
    expect(text).toMatch(/^FAIL/);
    expect(text).toMatch(/fail {2}files: match_events_synthetic.csv was changed/);
    expect(text).toMatch(/M01 {2}AUC of the planted probability .* OUT\n/);
  });

  it('says what a run without truth cannot be held to', async () => {
    const { code, text } = await verified(await matchRun('--count', '50', '--outcome', 'dating-like'));
    expect(code).toBe(0);
    expect(text).toContain('skip  planted probabilities: the run has no truth');
    expect(text).toContain('skip  two-sided choice: nobody is named');
  });

  it('refuses options that are about interactions', async () => {
    const out = await matchRun('--count', '20');
    await expect(verified(out, '--preset', 'standard')).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      field: 'preset',
    });
  });
});

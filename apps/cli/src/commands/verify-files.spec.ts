import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeContext } from '../../test/fixtures/fake-context';
import { simulate } from './simulate';
import { verifyFilesCommand } from './verify-files';

let out: string;

beforeEach(async () => {
  out = join(await mkdtemp(join(tmpdir(), 'synth-verify-')), 'run');
  await simulate.run(['plays', '--out', out], fakeContext());
});

async function verified(...args: string[]) {
  const context = fakeContext();
  return { code: await verifyFilesCommand.run([out, ...args], context), stdout: context.stdout.text };
}

describe('synth verify-files', () => {
  it('passes a run as it was made', async () => {
    expect(await verified()).toEqual({
      code: 0,
      stdout: `PASS  ${out}  2 of 2 files are as the manifest says\n`,
    });
  });

  it('names what is missing and changed, and what is not of the run', async () => {
    await rm(join(out, 'users.csv'));
    await appendFile(join(out, 'plays.csv'), 'more\n');
    await writeFile(join(out, 'notes.txt'), 'mine');
    expect(await verified()).toEqual({
      code: 1,
      stdout: [
        `FAIL  ${out}  0 of 2 files are as the manifest says`,
        'missing     users.csv',
        'changed     plays.csv',
        'unexpected  notes.txt (not of this run)',
        '',
      ].join('\n'),
    });
  });

  it('says the same as JSON', async () => {
    await rm(join(out, 'users.csv'));
    const { code, stdout } = await verified('--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      event: 'files-verified',
      dir: out,
      ok: false,
      right: ['plays.csv'],
      missing: ['users.csv'],
      changed: [],
      unexpected: [],
    });
  });

  it('needs the folder of a run', async () => {
    await expect(verifyFilesCommand.run([], fakeContext())).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    });
    await expect(verifyFilesCommand.run([join(out, 'none')], fakeContext())).rejects.toMatchObject({
      code: 'MANIFEST_MISSING',
    });
  });
});

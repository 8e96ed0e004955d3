import { fakeContext } from '../test/fixtures/fake-context';
import { main } from './main';

async function ran(...args: string[]) {
  const context = fakeContext();
  const code = await main(args, context);
  return { code, stdout: context.stdout.text, stderr: context.stderr.text };
}

describe('main', () => {
  it('shows the commands', async () => {
    for (const args of [[], ['--help'], ['-h'], ['help']]) {
      const { code, stdout } = await ran(...args);
      expect(code).toBe(0);
      expect(stdout).toMatch(/\n {2}synth simulate +make data/);
      expect(stdout).toContain('A first look: synth simulate\n');
    }
  });

  it('says its version', async () => {
    expect(await ran('--version')).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' });
  });

  it('hands what stands after the name to the command', async () => {
    expect((await ran('list', 'plays')).stdout).toContain('one row a play');
  });

  it.each([
    ['simulat', 'unknown command simulat: did you mean simulate?'],
    ['plays', 'unknown command plays: did you mean simulate plays?'],
    ['dance', 'unknown command dance'],
    ['toString', 'unknown command toString'],
  ])('meets %s with what there is', async (word, message) => {
    const { code, stdout, stderr } = await ran(word);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`${message}  [COMMAND_UNKNOWN]\n  allowed: simulate,`);
  });

  it('prints errors as JSON with --json', async () => {
    const { code, stderr } = await ran('list', 'playz', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ event: 'error', code: 'GENERATOR_UNKNOWN', value: 'playz' });
  });
});

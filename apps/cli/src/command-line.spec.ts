import { commandLine } from './command-line';

describe('commandLine', () => {
  it('is what a stranger types', () => {
    expect(commandLine(['simulate', 'interactions', '--set', 'a.b=1'], {})).toBe(
      'npx @synth/cli simulate interactions --set a.b=1',
    );
  });

  it('goes through Nx where the process was started by it', () => {
    const environment = { NX_TASK_TARGET_PROJECT: 'cli' };
    expect(commandLine(['verify-files', 'out/a'], environment)).toBe('npx nx run cli:verify-files -- out/a');
    expect(commandLine(['simulate'], environment)).toBe('npx nx run cli:simulate');
  });

  it('quotes what a shell would take apart', () => {
    expect(commandLine(['list', 'two words', '$HOME', "it's", ''], {})).toBe(
      "npx @synth/cli list 'two words' '$HOME' 'it'\\''s' ''",
    );
  });
});

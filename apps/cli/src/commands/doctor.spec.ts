import { fakeContext, fakeOutput } from '../../test/fixtures/fake-context';
import { playsGenerator } from '../../test/fixtures/plays';
import type { Check } from '../doctor/check';
import { nodeIsNewEnough } from '../doctor/machine-checks';
import { doctor } from './doctor';

const check = (name: string, passed: boolean, optional = false): Check => ({
  name,
  optional,
  run: () => Promise.resolve({ passed, detail: passed ? 'there' : 'not there', remedy: `bring ${name}` }),
});

const contextWith = (...checks: Check[]) =>
  fakeContext({
    generators: {
      plays: () => Promise.resolve({ ...playsGenerator, doctor: { options: [], checks: () => checks } }),
    },
  });

describe('synth doctor', () => {
  it('looks at the machine', async () => {
    const context = fakeContext();
    expect(await doctor.run([], context)).toBe(0);
    expect(context.stdout.text).toMatch(/^PASS {2}Node version {2}\d+\.\d+\.\d+\nPASS {2}folder writable /);
  });

  it('looks at what a generator needs, and says what to do', async () => {
    const context = contextWith(check('redis', false), check('groups', true));
    expect(await doctor.run(['plays'], context)).toBe(1);
    expect(context.stdout.text).toContain('FAIL  redis  not there: bring redis\nPASS  groups  there\n');
  });

  it('fails nothing over what is optional', async () => {
    const context = contextWith(check('groups', false, true));
    expect(await doctor.run(['plays'], context)).toBe(0);
    expect(context.stdout.text).toContain('none  groups  not there: bring groups\n');
  });

  it('says the same as JSON', async () => {
    const context = contextWith(check('redis', false));
    expect(await doctor.run(['plays', '--json'], context)).toBe(1);
    expect(JSON.parse(context.stdout.text.trim().split('\n').at(-1)!)).toEqual({
      check: 'redis',
      optional: false,
      passed: false,
      detail: 'not there',
      remedy: 'bring redis',
    });
  });

  it('colours what passed and what failed on a terminal', async () => {
    const context = { ...contextWith(check('redis', false)), stdout: fakeOutput({ colour: true }) };
    await doctor.run(['plays'], context);
    expect(context.stdout.text).toContain('\u001b[31mFAIL\u001b[39m  redis');
  });
});

it.each([
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.1.0', true],
  ['18.20.0', false],
])('Node %s is new enough: %s', (version, enough) => expect(nodeIsNewEnough(version)).toBe(enough));

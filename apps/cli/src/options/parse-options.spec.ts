import type { Option } from './option';
import { parseOptions } from './parse-options';

const options: Option[] = [
  { name: 'users', value: 'N', description: 'how many' },
  { name: 'set', value: 'PATH=VALUE', description: 'by path', repeatable: true },
  { name: 'sessions', description: 'with sessions' },
  { name: 'help', description: 'this page' },
];

const parse = (...args: string[]) => parseOptions(args, options, 'synth simulate plays');

describe('parseOptions', () => {
  it('takes values after a space or an equals sign, with spaces and signs in them', () => {
    expect(parse('--users', '-0.5').values.get('users')).toBe('-0.5');
    expect(parse('--users=a b').values.get('users')).toBe('a b');
    expect(parse('--users=--x').values.get('users')).toBe('--x');
  });

  it('takes switches, negated and spelled out', () => {
    expect(parse('--sessions').values.get('sessions')).toBe(true);
    expect(parse('--no-sessions').values.get('sessions')).toBe(false);
    expect(parse('--sessions=false').values.get('sessions')).toBe(false);
    expect(parse('-h').values.get('help')).toBe(true);
  });

  it('collects repeatable options in order', () => {
    expect(parse('--set', 'a=1', '--set', 'b=2').values.get('set')).toEqual(['a=1', 'b=2']);
  });

  it('keeps what is no option', () => {
    expect(parse('one', '--users', '3', 'two', '--', '--users').positionals).toEqual([
      'one',
      'two',
      '--users',
    ]);
  });

  it('sends to --all only where there is such an option', () => {
    const many = [...options, ...Array.from({ length: 30 }, (_, i) => ({ name: `o${i}`, description: '' }))];
    const told = (given: readonly Option[]): string => {
      try {
        parseOptions(['--nothing-like-it'], given, 'synth x');
        return '';
      } catch (error) {
        return String(error);
      }
    };
    expect(told(many)).toContain('(synth x --help lists all 34)');
    expect(told([...many, { name: 'all', description: '' }])).toContain(
      '(synth x --help --all lists all 35)',
    );
  });

  it('names the nearest option, and where all of them are', () => {
    expect(() => parse('--userz', '10')).toThrow(
      expect.objectContaining({
        code: 'OPTION_UNKNOWN',
        message: 'unknown option --userz: did you mean --users?   (synth simulate plays --help lists all 4)',
        remedy: 'write --users',
      }),
    );
    expect(() => parse('--colour')).toThrow(
      expect.objectContaining({
        code: 'OPTION_UNKNOWN',
        message: 'unknown option --colour   (synth simulate plays --help lists all 4)',
      }),
    );
    expect(() => parse('-x')).toThrow(expect.objectContaining({ code: 'OPTION_UNKNOWN', field: '-x' }));
  });

  it.each([
    [['--users'], '--users needs a value: --users N'],
    [['--users', '--sessions'], '--users needs a value: --users N'],
    [['--no-users'], '--no-users needs a value: --users N'],
    [['--users', '1', '--users', '2'], '--users is given twice'],
    [['--sessions=maybe'], '--sessions is maybe: it is a switch'],
  ])('refuses %j', (args, message) => {
    expect(() => parse(...args)).toThrow(expect.objectContaining({ code: 'OPTION_VALUE', message }));
  });
});

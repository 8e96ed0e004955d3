import { parseOptions } from '../options/parse-options';
import { llmChoiceOf, llmOptions } from './llm-options';

const chosen = (...args: string[]) => llmChoiceOf(parseOptions(args, llmOptions, 'synth x').values);

describe('the options of language models', () => {
  it('are few, and none is one that Nx keeps', () => {
    const names = llmOptions.map(({ name }) => name);
    expect(names).toEqual(['llm', 'model', 'base-url', 'max-cost', 'max-calls', 'cassette']);
    const ofNx = ['verbose', 'parallel', 'cwd', 'color', 'env', 'args', 'tty', 'command'];
    expect(names.filter((name) => ofNx.includes(name))).toEqual([]);
    expect(llmOptions.every(({ value, description }) => value !== undefined && description !== '')).toBe(
      true,
    );
  });

  it('choose nobody by default', () => {
    expect(chosen()).toEqual({ llm: 'offline' });
  });

  it('read names, numbers and addresses', () => {
    expect(
      chosen(
        ...['--llm', 'openai', '--model', '4', '--base-url', 'http://127.0.0.1:11434/v1'],
        ...['--max-cost', '.5', '--max-calls', '1_000', '--cassette', 'tape:replay-only'],
      ),
    ).toEqual({
      llm: 'openai',
      model: '4',
      baseUrl: 'http://127.0.0.1:11434/v1',
      maxCost: 0.5,
      maxCalls: 1000,
      cassette: 'tape:replay-only',
    });
    expect(chosen('--max-cost', '0', '--max-calls', '0')).toMatchObject({ maxCost: 0, maxCalls: 0 });
  });

  it.each([
    [['--llm', 'openia'], 'OPTION_VALUE', '--llm'],
    [['--max-cost', 'much'], 'OPTION_VALUE', '--max-cost'],
    [['--max-cost', '-1'], 'CONFIG_INVALID', 'maxCost'],
    [['--max-calls', '1.5'], 'CONFIG_INVALID', 'maxCalls'],
    [['--model', 'gpt-6-luna'], 'OPTION_VALUE', '--model'],
    [['--base-url', 'http://x'], 'OPTION_VALUE', '--base-url'],
    [['--modle', 'x'], 'OPTION_UNKNOWN', '--modle'],
  ])('refuse %j', (args, code, field) => {
    expect(() => chosen(...args)).toThrow(expect.objectContaining({ code, field }));
  });
});

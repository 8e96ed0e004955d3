import { arrows, docExamples, expectations, fences, moduleOf, withValue } from './examples.mjs';

const lines = (text) => text.split('\n');

describe('fences', () => {
  it('finds those marked ts, with their words, in lists too', () => {
    const text = lines(
      '```ts no-run\na\n```\n- x\n  ```ts\n  b\n    c\n  ```\n```typescript\nd\n```\n````ts\n```\n````',
    );
    expect(fences(text).map(({ line, words, code }) => [line, words, code])).toEqual([
      [1, ['no-run'], ['a']],
      [5, [], ['b', '  c']],
      [12, [], ['```']],
    ]);
  });
});

describe('docExamples', () => {
  it('finds examples of doc comments only, and those without a fence', () => {
    const source = lines(`
/**
 * Text with a fence that is no example.
 * \`\`\`ts
 * no;
 * \`\`\`
 * @example
 * \`\`\`ts
 * yes();
 *
 * \`\`\`
 * @returns a thing
 */
/** @example bare() */
// @example ignored
`);
    const { examples, bare } = docExamples(source);
    expect(examples.map(({ line, prefix, code }) => [line, prefix, code])).toEqual([
      [8, ' * ', ['yes();', '']],
    ]);
    expect(bare).toEqual([13]);
  });
});

describe('expectations', () => {
  it('reads values of statements and declarations, over several lines', () => {
    const code = lines('f(\n  1,\n); // => 1\nconst a = 2; // => [\n//      2\n//    ]\n// => alone\ng();');
    expect(
      expectations(code).map(({ line, height, expected, name }) => [line, height, expected, name]),
    ).toEqual([
      [2, 1, '1', undefined],
      [3, 3, '[ 2 ]', 'a'],
    ]);
  });

  it('finds fewer than there are arrows when one stands in a block', () => {
    const code = lines('if (a) {\n  b; // => 1\n}');
    expect([expectations(code).length, arrows(code)]).toEqual([0, 1]);
  });
});

describe('moduleOf', () => {
  const specifiers = new Map([
    ['f', '@synth/x'],
    ['g', '@synth/x/more'],
    ['h', '@synth/x'],
  ]);

  it('imports what the example uses and does not declare, and observes values', () => {
    const text = moduleOf(lines("import { h } from 'other';\nconst a = f(b.g);\na; // => 1"), specifiers);
    expect(lines(text)[0]).toBe("import { f } from '@synth/x';");
    expect(text).toContain('await globalThis.observe(0, async () => (a));');
    expect(moduleOf(['g({ f: 1 });'], specifiers)).toMatch(/^import \{ g \} from '@synth\/x\/more';\n/);
  });

  it('keeps every line in its place', () => {
    const code = lines('f(\n  1,\n); // => 1\nconst a = 2; // => 3\nh(a);');
    expect(lines(moduleOf(code, specifiers))[5]).toBe('h(a);');
  });
});

describe('withValue', () => {
  it('replaces a value by one of another height', () => {
    const code = lines('a; // => [\n//      1\n//    ]\nb;');
    const [one] = expectations(code);
    expect(withValue(code, one, ['2'])).toEqual(['a; // => 2', 'b;']);
    expect(withValue(['a; // => 2', 'b;'], expectations(['a; // => 2'])[0], ['[', '  1', ']'])).toEqual([
      'a; // => [',
      '//      1',
      '//    ]',
      'b;',
    ]);
  });
});

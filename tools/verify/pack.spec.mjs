import { checkContents } from './pack.mjs';

const papers = ['package.json', 'README.md', 'LICENSE'];

describe('checkContents', () => {
  it('accepts papers, dist and programs', () => {
    expect(checkContents([...papers, 'dist/a.js', 'bin/a.js'], ['dist/a.js'], ['bin/a.js'])).toEqual([]);
  });

  it.each([
    ['a missing licence', ['package.json', 'README.md', 'dist/a.js'], /lacks LICENSE/],
    ['a built file left out', papers, /lacks dist\/a\.js/],
    ['a source', [...papers, 'dist/a.js', 'src/a.ts'], /holds src\/a\.ts/],
  ])('names %s', (_, packed, problem) => {
    expect(checkContents(packed, ['dist/a.js'])).toEqual([expect.stringMatching(problem)]);
  });
});

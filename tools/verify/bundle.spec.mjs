import { checkBundle, inlinedPackages } from './bundle.mjs';

const pack = (change = {}) => ({
  manifest: { name: '@synth/x', dependencies: { zod: '^4.0.0' } },
  files: { 'dist/index.js': "import { z } from 'zod'; import './chunk.js'; await import('kafkajs');" },
  requires: ['kafkajs'],
  inlined: ['@noble/hashes'],
  found: ['@noble/hashes'],
  needsNode: () => true,
  maxBytes: 100,
  never: [{ text: 'Math.random(', why: 'seeds', except: { '@synth/y': 'reason' } }],
  ...change,
});
const file = (text, name = 'dist/index.js') => ({ files: { [name]: text } });

describe('checkBundle', () => {
  it('accepts declared imports, and those loaded on demand', () => {
    expect(checkBundle(pack())).toEqual({ problems: [], bytes: 70 });
  });

  it.each([
    ['an undeclared import', file("import 'lodash';"), /lodash, which the package does not declare/],
    ['an undeclared type', file("import { A } from 'a';", 'dist/index.d.ts'), /imports a, which/],
    ['a client loaded at start', file("import 'kafkajs';"), /kafkajs, at load/],
    [
      'node: where a browser may be',
      { ...file("import 'node:fs';"), needsNode: () => false },
      /node:fs, but/,
    ],
    ['a builtin without node:', file("require('fs');", 'dist/index.cjs'), /fs, without node:/],
    ['a copy nobody asked for', { found: ['@noble/hashes', 'kafkajs'] }, /kafkajs was copied/],
    ['a copy that is not there', { found: [] }, /copies @noble\/hashes in, and no output/],
    ['a copy that is also a dependency', { inlined: ['zod'], found: ['zod'] }, /zod is both/],
    [
      'a pattern that copies nothing',
      { inlined: ['@noble/hashes', /^d3-/] },
      /copies \/\^d3-\/ in, and no output/,
    ],
    ['a copy by pattern that is also a dependency', { inlined: [/^zod$/], found: ['zod'] }, /zod is both/],
    ['too many bytes', { maxBytes: 69 }, /70 bytes of ES modules, the ceiling is 69/],
    ['no ceiling', { maxBytes: undefined }, /no maxBytes/],
    ['a banned text', file('Math.random()'), /holds `Math\.random\(`/],
  ])('names %s', (_, change, problem) => {
    expect(checkBundle(pack(change)).problems).toEqual([expect.stringMatching(problem)]);
  });

  it('takes a pattern for the names of several copies', () => {
    expect(checkBundle(pack({ inlined: [/^@noble\//] })).problems).toEqual([]);
  });

  it('lets a package off a banned text where a reason says so', () => {
    const change = { ...file('Math.random()'), manifest: { name: '@synth/y' } };
    expect(checkBundle(pack(change)).problems).toEqual([]);
  });
});

describe('inlinedPackages', () => {
  it('reads the innermost package of each source', () => {
    const sources = [
      '../src/index.ts',
      '../../../node_modules/@noble/hashes/sha2.js',
      '../../../node_modules/a/node_modules/b/index.js',
    ];
    expect(inlinedPackages({ sources })).toEqual(['@noble/hashes', 'b']);
  });
});

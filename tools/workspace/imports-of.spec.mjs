import { importsOf, packageOf } from './imports-of.mjs';

describe('importsOf', () => {
  it('finds every way to ask for a module, and no text that looks like one', () => {
    const code = `
      import a from 'a'; import 'b'; export * from 'c'; export { d } from 'd';
      const e = await import('e'); const f = require('f'); const g = import(name);
      // import h from 'h'
      const i = "import j from 'j'"; k.require('k');
    `;
    expect(importsOf(code, 'x.js')).toEqual([
      { specifier: 'a', kind: 'static' },
      { specifier: 'b', kind: 'static' },
      { specifier: 'c', kind: 'static' },
      { specifier: 'd', kind: 'static' },
      { specifier: 'e', kind: 'dynamic' },
      { specifier: 'f', kind: 'require' },
    ]);
  });

  it('finds what declarations refer to', () => {
    const text = `/// <reference types="node" />
      import type { A } from 'a'; type B = import('b').B; import c = require('c'); export {};`;
    const names = importsOf(text, 'x.d.ts').map(({ specifier }) => specifier);
    expect(names.sort()).toEqual(['a', 'b', 'c', 'node']);
  });
});

describe('packageOf', () => {
  it.each([
    ['zod', 'zod'],
    ['zod/v4/core', 'zod'],
    ['@synth/io/read', '@synth/io'],
  ])('%s belongs to %s', (specifier, name) => expect(packageOf(specifier)).toBe(name));
});

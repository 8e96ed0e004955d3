import { entriesOf, installedPackages, median } from './install.mjs';

describe('installedPackages', () => {
  it('counts nested copies too, and not the project', () => {
    const packages = {
      '': {},
      'node_modules/zod': {},
      'node_modules/@synth/core': {},
      'node_modules/@synth/core/node_modules/zod': {},
    };
    expect(installedPackages({ packages })).toEqual(['@synth/core', 'zod', 'zod']);
  });
});

describe('entriesOf', () => {
  it('names what can be imported', () => {
    const exports = { './package.json': './package.json', '.': {}, './read': {} };
    expect(entriesOf({ name: '@synth/io', exports })).toEqual(['@synth/io', '@synth/io/read']);
    expect(entriesOf({ name: '@synth/cli' })).toEqual([]);
  });
});

describe('median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2],
  ])('%j -> %d', (values, middle) => expect(median(values)).toBe(middle));
});

import { tmpdir } from 'node:os';
import { entriesOf, importTimes, installedPackages } from './install.mjs';

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

describe('importTimes', () => {
  it('takes turns, and tells what fails', () => {
    const [quick, slow] = importTimes(
      tmpdir(),
      ['', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)'],
      2,
    );
    expect(quick).toBeGreaterThan(0);
    expect(slow).toBeGreaterThanOrEqual(299);
    expect(() => importTimes(tmpdir(), ['process.exit(3)'], 1)).toThrow('process.exit(3) ended with 3');
  });
});

import { checkLockfile } from './lockfile.mjs';

const lock = (change = {}) => ({
  packages: {
    '': { name: 'synth' },
    'packages/core': { version: '0.1.0' },
    'node_modules/@synth/core': { resolved: 'packages/core', link: true },
    'node_modules/fast': {
      version: '1.0.0',
      integrity: 'sha512-x',
      optionalDependencies: { 'fast-linux': '1.0.0', 'fast-darwin': '1.0.0' },
    },
    'node_modules/fast-linux': { version: '1.0.0', integrity: 'sha512-x' },
    'node_modules/fast/node_modules/fast-darwin': { version: '1.0.0', integrity: 'sha512-x' },
    ...change,
  },
});

describe('checkLockfile', () => {
  it('accepts a lock with every platform and no host', () => expect(checkLockfile(lock())).toEqual([]));

  it.each([
    [
      'a platform that was left out',
      { 'node_modules/fast/node_modules/fast-darwin': undefined },
      /fast 1\.0\.0 wants fast-darwin/,
    ],
    [
      'an address',
      { 'node_modules/fast-linux': { integrity: 'sha512-x', resolved: 'https://example.org/fast.tgz' } },
      /fast-linux is resolved to a host/,
    ],
    ['a missing digest', { 'node_modules/fast-linux': { version: '1.0.0' } }, /fast-linux has no integrity/],
  ])('names %s', (_, change, problem) => {
    const broken = JSON.parse(JSON.stringify(lock(change)));
    expect(checkLockfile(broken)).toEqual([expect.stringMatching(problem)]);
  });

  it('does not take a binary deep in another package for one within reach', () => {
    const broken = lock({ 'node_modules/slow/node_modules/fast-darwin': { integrity: 'sha512-x' } });
    delete broken.packages['node_modules/fast/node_modules/fast-darwin'];
    expect(checkLockfile(broken)).toHaveLength(1);
  });
});

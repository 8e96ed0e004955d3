import { checkSiblings, kindsOf } from './siblings.mjs';

const shape = {
  files: { all: ['package.json'], published: ['LICENSE'], package: ['src/index.ts'] },
  sameAsRoot: ['LICENSE'],
  manifest: { all: { license: 'MIT' }, published: {}, package: { files: ['dist'] } },
  manifestKeys: ['name', 'version', 'description', 'license', 'files', 'dependencies'],
  targets: { package: ['build'] },
  tags: { type: ['core', 'domain'], platform: ['any', 'node'] },
  usesOfDomains: ['none', 'llm'],
  exceptions: [],
};

const project = (
  name,
  { manifest = {}, tags = ['type:core', 'platform:any'], targets = { build: {} } } = {},
) => ({
  dir: `packages/${name}`,
  name,
  manifest: {
    name: `@synth/${name}`,
    version: '1.0.0',
    description: 'Does',
    license: 'MIT',
    files: ['dist'],
    dependencies: { zod: '^4.0.0' },
    ...manifest,
  },
  project: { tags, targets },
  published: true,
});

/** Every file is there, but for `missing`, and says MIT. */
const files = (missing) => ({ read: (path) => (path === missing ? undefined : 'MIT') });
const check = (all, change = {}, missing = '') => checkSiblings(all, { ...shape, ...change }, files(missing));
const alike = [project('a'), project('b')];

describe('checkSiblings', () => {
  it('accepts projects of one shape', () => expect(check(alike)).toEqual([]));

  it.each([
    ['another licence', [project('a', { manifest: { license: 'ISC' } })], /license is "ISC"/],
    ['a key too many', [project('a', { manifest: { peerDependencies: {} } })], /has peerDependencies/],
    ['a name that is not its folder', [{ ...alike[0], dir: 'packages/c', name: 'c' }], /is called @synth\/a/],
    ['a missing target', [project('a', { targets: {} })], /no target build/],
    ['a missing tag', [project('a', { tags: ['type:core'] })], /one tag platform/],
    [
      'two tags of a group',
      [project('a', { tags: ['type:core', 'platform:any', 'platform:node'] })],
      /one tag platform/,
    ],
    ['a domain without uses', [project('a', { tags: ['type:domain', 'platform:any'] })], /one tag uses/],
    ['another version', [project('a'), project('b', { manifest: { version: '2.0.0' } })], /b is 2\.0\.0/],
    [
      'another range',
      [project('a'), project('b', { manifest: { dependencies: { zod: '^3.0.0' } } })],
      /b asks for zod \^3\.0\.0/,
    ],
    [
      'a sibling at no real range',
      [project('a'), project('b', { manifest: { dependencies: { '@synth/a': '*' } } })],
      /b asks for @synth\/a \*, not \^1\.0\.0/,
    ],
  ])('names %s', (_, all, problem) => {
    expect(check(all)).toEqual([expect.stringMatching(problem)]);
  });

  it('names a missing file', () => {
    expect(check(alike, {}, 'packages/a/src/index.ts')).toEqual([
      'packages/a has no src/index.ts  [file src/index.ts]',
    ]);
  });

  it('names a changed copy of the licence', () => {
    const read = (path) => (path === 'LICENSE' ? 'MIT' : 'mine');
    expect(checkSiblings([project('a')], shape, { read })).toEqual([
      expect.stringMatching(/LICENSE differs/),
    ]);
  });

  it('names keys in another order', () => {
    const { name, ...rest } = project('a').manifest;
    const odd = { ...project('a'), manifest: { ...rest, name } };
    expect(check([odd])).toEqual([expect.stringMatching(/keys of package\.json stand as version/)]);
  });

  it('excuses what has a reason, and asks back an excuse that is not needed', () => {
    const all = [project('a', { targets: {} })];
    const excuse = { project: 'packages/a', rule: 'target build', reason: 'is plain text' };
    expect(check(all, { exceptions: [excuse] })).toEqual([]);
    expect(check(all, { exceptions: [{ ...excuse, reason: '' }] })).toEqual([
      expect.stringMatching(/no reason/),
    ]);
    expect(check(alike, { exceptions: [excuse] })).toEqual([expect.stringMatching(/not needed/)]);
  });
});

describe('kindsOf', () => {
  it.each([
    [{ dir: 'packages/a', published: true }, ['all', 'published', 'package']],
    [{ dir: 'packages/a', published: false }, ['all', 'private']],
    [{ dir: 'apps/a', published: true }, ['all', 'published', 'application']],
  ])('%j', (one, kinds) => expect(kindsOf(one)).toEqual(kinds));
});

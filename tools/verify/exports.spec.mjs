import { importsOf } from '../workspace/imports-of.mjs';
import { checkExports, expectedExports, expectedLegacyFields } from './exports.mjs';

const entries = { index: 'src/index.ts', read: 'src/read/index.ts' };

/** A package that is right, with `change` made to it. */
function pack(change = {}) {
  const contents = {
    'dist/index.js': "import './chunk-A.js';",
    'dist/chunk-A.js': '',
    'dist/chunk-A.js.map': '{}',
    'dist/index.cjs': '',
    'dist/index.d.ts': "import { R } from './rng-B.js';",
    'dist/rng-B.d.ts': '',
    'dist/index.d.cts': '',
    'dist/read.js': '',
    'dist/read.cjs': '',
    'dist/read.d.ts': '',
    'dist/read.d.cts': '',
    ...change.contents,
  };
  return {
    manifest: {
      name: '@synth/x',
      exports: expectedExports(entries),
      ...expectedLegacyFields(entries),
      ...change.manifest,
    },
    entries,
    internal: change.internal ?? {},
    files: Object.keys(contents).filter((file) => contents[file] !== undefined),
    importsIn: (file) => importsOf(contents[file], file),
    exists: (path) => path !== change.missing,
    readme: change.readme ?? '| `@synth/x` | all |\n- `@synth/x/read`: reads\n',
  };
}

const { './read': read, ...withoutRead } = expectedExports(entries);

describe('checkExports', () => {
  it('accepts a package whose parts agree', () => expect(checkExports(pack())).toEqual([]));

  it.each([
    ['an entry that is not exported', { manifest: { exports: withoutRead } }, /exports lacks \.\/read/],
    [
      'an export that is no entry',
      { manifest: { exports: { ...expectedExports(entries), './more': read } } },
      /exports \.\/more is no entry/,
    ],
    [
      'conditions in another order',
      {
        manifest: {
          exports: { ...expectedExports(entries), './read': { require: read.require, import: read.import } },
        },
      },
      /exports \.\/read should be/,
    ],
    ['subpath types for old resolvers', { manifest: { typesVersions: undefined } }, /typesVersions/],
    ['a source that does not exist', { missing: 'src/read/index.ts' }, /src\/read\/index\.ts does not exist/],
    [
      'a file that was not built',
      { contents: { 'dist/read.d.cts': undefined } },
      /dist\/read\.d\.cts was not/,
    ],
    ['a file of no entry', { contents: { 'dist/old.js': '' } }, /dist\/old\.js belongs to no entry/],
    ['an entry that the README leaves out', { readme: '- `@synth/x`' }, /lists no `@synth\/x\/read`/],
    [
      'an entry that only the README has',
      { readme: '- `@synth/x`\n- `@synth/x/read`\n- `@synth/x/gone`' },
      /`@synth\/x\/gone`, which is no entry/,
    ],
  ])('names %s', (_, change, problem) => {
    expect(checkExports(pack(change))).toEqual([expect.stringMatching(problem)]);
  });

  it('takes a worker as built and not exported', () => {
    const worker = {
      'dist/worker.js': '',
      'dist/worker.cjs': '',
      'dist/worker.d.ts': '',
      'dist/worker.d.cts': '',
    };
    expect(checkExports(pack({ contents: worker }))).toHaveLength(4);
    expect(checkExports(pack({ contents: worker, internal: { worker: 'src/worker.ts' } }))).toEqual([]);
  });
});

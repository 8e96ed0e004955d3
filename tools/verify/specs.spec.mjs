import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSpecs, specsOnDisk, totals } from './specs.mjs';

const sha256 = () => 'now';
const ran = (file, change = {}) => ({ file, sha256: 'now', passed: 2, failed: 0, skipped: 0, ...change });

describe('checkSpecs', () => {
  it('accepts specs that ran as they are', () => {
    expect(checkSpecs(['a.spec.ts'], [ran('a.spec.ts'), ran('gone.spec.ts')], sha256)).toEqual([]);
  });

  it.each([
    ['never ran', [], /did not run/],
    ['ran in an older version', [ran('a.spec.ts', { sha256: 'then' })], /another version/],
    ['failed', [ran('a.spec.ts', { failed: 1 })], /1 failed/],
    ['left a test out', [ran('a.spec.ts', { skipped: 1 })], /1 skipped/],
    ['holds no test', [ran('a.spec.ts', { passed: 0 })], /no test/],
  ])('names a spec that %s', (_, records, problem) => {
    expect(checkSpecs(['a.spec.ts'], records, sha256)).toEqual([expect.stringMatching(problem)]);
  });
});

describe('totals', () => {
  it('counts the spec files that exist', () => {
    const records = [ran('a.spec.ts'), ran('b.spec.ts', { failed: 1 }), ran('gone.spec.ts')];
    expect(totals(records, ['a.spec.ts', 'b.spec.ts'])).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });
});

describe('specsOnDisk', () => {
  it('finds misnamed and misplaced tests too, and none in build output', () => {
    const root = mkdtempSync(join(tmpdir(), 'specs-'));
    const files = ['src/a.spec.ts', 'lib/b.test.ts', 'src/c-spec.ts', 'dist/d.spec.js', 'src/e.ts'];
    for (const file of files) {
      mkdirSync(join(root, 'packages/x', file, '..'), { recursive: true });
      writeFileSync(join(root, 'packages/x', file), '');
    }
    expect(specsOnDisk(root)).toEqual([
      'packages/x/lib/b.test.ts',
      'packages/x/src/a.spec.ts',
      'packages/x/src/c-spec.ts',
    ]);
    rmSync(root, { recursive: true });
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFiles } from '../workspace/built.mjs';
import { projectAt, workspaceRoot } from '../workspace/projects.mjs';
import { isMain, report } from '../workspace/report.mjs';
import { run } from '../workspace/run.mjs';
import { pack, readTarball } from '../workspace/tarball.mjs';

const wanted = ['package.json', 'README.md', 'LICENSE'];

/**
 * What a tarball holds, against what it should: the package's papers, all of dist, the programs, nothing else.
 *
 * @param packed paths in the tarball
 * @param built built files
 * @param programs values of package.json `bin`
 */
export function checkContents(packed, built, programs = []) {
  const expected = new Set([...wanted, ...built, ...programs]);
  const problems = [...expected]
    .filter((path) => !packed.includes(path))
    .map((path) => `the tarball lacks ${path}`);
  for (const path of packed) if (!expected.has(path)) problems.push(`the tarball holds ${path}`);
  return problems;
}

/** Runs a checker of the workspace on the tarball: what it prints, when it is not content. */
function outcome(program, args) {
  try {
    run(join(workspaceRoot, 'node_modules/.bin', program), args, {
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    return [];
  } catch (error) {
    return [error.message];
  }
}

function main(dir) {
  const { folder, manifest } = projectAt(dir);
  const to = mkdtempSync(join(tmpdir(), 'synth-pack-'));
  try {
    const tarball = pack(folder, to);
    const packed = [...readTarball(tarball).keys()];
    const problems = checkContents(packed, builtFiles(folder), Object.values(manifest.bin ?? {}));
    problems.push(...outcome('publint', ['run', tarball, '--strict']));
    // A package of programs only has no types to look at.
    if (manifest.exports?.['.'] !== undefined)
      problems.push(...outcome('attw', [tarball, '--no-definitely-typed']));
    report(`tarball of ${manifest.name}`, problems, `${packed.length} files`);
  } finally {
    rmSync(to, { recursive: true });
  }
}

if (isMain(import.meta.url)) main(process.argv[2] ?? '.');

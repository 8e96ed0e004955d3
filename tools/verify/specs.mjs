import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projects, readJson, workspaceRoot } from '../workspace/projects.mjs';
import { isMain, report } from '../workspace/report.mjs';

const skippedFolders = new Set(['node_modules', 'dist', 'out-tsc', 'out', 'coverage', 'tmp']);
// Names that people give to test files; those that Jest would not run are found here.
const specName = /[.-](spec|test)\.[cm]?[jt]sx?$/;

/** Every file under `folders` that looks like a test, relative to `root`. */
export function specsOnDisk(root = workspaceRoot, folders = ['apps', 'packages', 'tools']) {
  const found = [];
  const walk = (dir) => {
    for (const entry of readdirSync(join(root, dir), { withFileTypes: true })) {
      const path = `${dir}/${entry.name}`;
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) walk(path);
      else if (entry.isFile() && specName.test(entry.name)) found.push(path);
    }
  };
  for (const folder of folders) if (existsSync(join(root, folder))) walk(folder);
  return found.sort();
}

/** What Jest recorded of its last full run of each project (tools/jest/specs-reporter.cjs). */
export function recordedSpecs(root = workspaceRoot) {
  const folder = join(root, 'tmp/specs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readJson(join(folder, name)));
}

/** Sums over the spec files that exist. */
export function totals(records, specs) {
  const present = new Set(specs);
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const record of records) {
    if (present.has(record.file)) for (const key of Object.keys(sum)) sum[key] += record[key];
  }
  return sum;
}

/**
 * Spec files that did not run as they stand on disk, ran nothing, or left a test out.
 *
 * @param specs paths, relative to `root`
 * @param records as {@link recordedSpecs} reads them
 * @param sha256 digest of a spec as it is on disk
 */
export function checkSpecs(specs, records, sha256) {
  const byFile = new Map(records.map((record) => [record.file, record]));
  const problems = [];
  for (const file of specs) {
    const record = byFile.get(file);
    if (record === undefined) problems.push(`${file} did not run: no Jest project's testMatch takes it in`);
    else if (record.sha256 !== sha256(file)) problems.push(`${file} ran in another version than this one`);
    else if (record.failed > 0) problems.push(`${file}: ${record.failed} failed`);
    else if (record.skipped > 0) problems.push(`${file}: ${record.skipped} skipped (.skip, .only or .todo)`);
    else if (record.passed === 0) problems.push(`${file} holds no test`);
  }
  return problems;
}

/** Those of projects that have a record: after a run of the affected projects only. */
function ofRecordedProjects(specs) {
  const recorded = [...projects(), { dir: 'tools', name: 'tools' }]
    .filter(({ name }) => existsSync(join(workspaceRoot, `tmp/specs/${name}.json`)))
    .map(({ dir }) => `${dir}/`);
  return specs.filter((file) => recorded.some((dir) => file.startsWith(dir)));
}

function main() {
  const specs = process.argv.includes('--recorded') ? ofRecordedProjects(specsOnDisk()) : specsOnDisk();
  const records = recordedSpecs();
  const sum = totals(records, specs);
  if (process.argv.includes('--totals')) {
    for (const { file, failures = [] } of records)
      for (const text of failures) console.log(`${file} › ${text}`);
    console.log(`tests: ${sum.passed} passed, ${sum.failed} failed`);
    return;
  }
  const digest = (file) =>
    createHash('sha256')
      .update(readFileSync(join(workspaceRoot, file)))
      .digest('hex');
  report(
    'specs',
    checkSpecs(specs, records, digest),
    `all ${specs.length} spec files ran, ${sum.passed} tests passed`,
  );
}

if (isMain(import.meta.url)) main();

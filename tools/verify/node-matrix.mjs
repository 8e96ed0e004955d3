import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../workspace/projects.mjs';
import { isMain, report } from '../workspace/report.mjs';
import { run } from '../workspace/run.mjs';

const majors = ['20', '22', '24'];
const cache = join(workspaceRoot, 'node_modules/.cache/node-matrix');

/** A Node of a major version: this one, or the one that npm's `node` package brings, kept for the next time. */
function nodeOf(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const prefix = join(cache, major);
  const path = join(prefix, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(path))
    run('npm', ['install', '--prefix', prefix, '--no-audit', '--no-fund', `node@${major}`]);
  return path;
}

/**
 * Lines in which outputs differ from the first.
 *
 * @param outputs label -> text
 */
export function differences(outputs) {
  const [[firstLabel, firstText], ...others] = Object.entries(outputs);
  const expected = firstText.split('\n');
  return others.flatMap(([label, text]) => {
    const actual = text.split('\n');
    const at = Array.from({ length: Math.max(expected.length, actual.length) }).findIndex(
      (_, i) => expected[i] !== actual[i],
    );
    if (at === -1) return [];
    return [
      `line ${at + 1} is ${JSON.stringify(actual[at])} on ${label}, ${JSON.stringify(expected[at])} on ${firstLabel}`,
    ];
  });
}

/** The scripts whose output must not depend on the Node: `test/engines` of packages, and those beside this file. */
export function engineScripts(root = workspaceRoot) {
  const folders = existsSync(join(root, 'packages'))
    ? readdirSync(join(root, 'packages')).map((name) => `packages/${name}/test/engines`)
    : [];
  return [...folders, 'tools/verify/engines']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => path.endsWith('.mjs'))
    .sort();
}

/** `node-matrix.mjs [script [argument...]]`: without a script, all of them. */
function main([script, ...args]) {
  const nodes = Object.fromEntries(
    majors.map((major) => {
      const path = nodeOf(major);
      return [`Node ${run(path, ['--version']).trim().slice(1)}`, path];
    }),
  );
  for (const one of script === undefined ? engineScripts() : [script]) {
    const problems = [];
    try {
      const outputs = Object.fromEntries(
        Object.entries(nodes).map(([label, path]) => [
          label,
          run(path, [one, ...args], { cwd: workspaceRoot }),
        ]),
      );
      problems.push(...differences(outputs));
      if (Object.values(outputs)[0].trim() === '') problems.push('prints nothing to compare');
    } catch (error) {
      problems.push(error.message);
    }
    report(`engines: ${one}`, problems, `the same on ${Object.keys(nodes).join(', ')}`);
  }
}

if (isMain(import.meta.url)) main(process.argv.slice(2));

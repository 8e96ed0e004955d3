import { join } from 'node:path';
import { readJson, workspaceRoot } from '../workspace/projects.mjs';
import { isMain, report } from '../workspace/report.mjs';

/** Where Node looks for `name` from the folder `path`: nearest first. */
function* lookups(path, name) {
  const folders = path.split('/');
  for (let depth = folders.length; depth >= 0; depth--)
    yield [...folders.slice(0, depth), 'node_modules', name].join('/');
}

/**
 * A lock file that holds on every machine: the binaries of every platform are in it (npm leaves out what the
 * registry lacked at that hour, and `npm ci` then fails elsewhere), and it names no registry.
 */
export function checkLockfile(lock) {
  const problems = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (![...lookups(path, name)].some((one) => one in lock.packages))
        problems.push(
          `${path} ${entry.version} wants ${name}, which the lock file lacks: pin a version that has it`,
        );
    }
    if (/^[a-z+]+:\/\//i.test(entry.resolved ?? ''))
      problems.push(`${path} is resolved to a host: set omit-lockfile-registry-resolved and install again`);
    if (path.includes('node_modules/') && !entry.link && !entry.inBundle && entry.integrity === undefined)
      problems.push(`${path} has no integrity`);
  }
  return problems;
}

function main() {
  const lock = readJson(join(workspaceRoot, 'package-lock.json'));
  report(
    'lockfile',
    checkLockfile(lock),
    `${Object.keys(lock.packages).length} packages, every platform, no host`,
  );
}

if (isMain(import.meta.url)) main();

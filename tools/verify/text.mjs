import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../workspace/projects.mjs';
import { isMain, report } from '../workspace/report.mjs';
import { run } from '../workspace/run.mjs';

// Spelled so that this file does not match itself: a bracket in each.
const patterns = [
  {
    what: 'a package registry',
    pattern: /\bregistry\.[n]pmjs\.org|\bregistry\.[y]arnpkg\.com|\b[n]pm\.pkg\.github\.com/i,
  },
  { what: 'a package registry', pattern: /^\s*registry\s*=\s*[h]ttps?:\/\//im },
  { what: 'a package registry', pattern: /"resolved": "[h]ttps?:\/\// },
  { what: 'a path of a machine', pattern: /(?<![\w.-])\/(?:[h]ome|[U]sers)\/[\w.-]+\// },
  { what: 'a path of a machine', pattern: /(?<![\w.-])\/(?:[r]oot|[w]ork)\/[\w.-]+/ },
  { what: 'a path of a machine', pattern: /\b[A-Z]:\\\\?[U]sers\\/ },
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )?[P]RIVATE KEY-----/ },
  { what: 'a token', pattern: /\b(?:gh[pousr]_|github[_]pat_|npm_)[A-Za-z0-9_]{30,}/ },
  { what: 'a token', pattern: /\bsk-[A-Za-z0-9_-]{20,}/ },
  { what: 'a token', pattern: /\b[A]KIA[0-9A-Z]{16}\b|\b[A]Iza[0-9A-Za-z_-]{35}/ },
  { what: 'a token', pattern: /\bxox[abpr]-[0-9A-Za-z-]{10,}/ },
  { what: 'a token', pattern: /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./ },
  { what: 'a token', pattern: /_[a]uthToken\s*=\s*[^$\s]/ },
  {
    what: 'a password in an address',
    pattern: /\b[a-z][a-z+]+:\/\/[^\s:/@'"`$<{]+:[^\s:/@'"`$<{]+@[\w.-]+/i,
  },
];

const secretFile = /(^|\/)(\.env(\.(?!example$)[^/]*)?|\.netrc|id_(rsa|ed25519)|[^/]*\.(pem|p12|pfx|key))$/;

/**
 * What no committed file may hold.
 *
 * @param path for the report
 * @param content the file's text
 */
export function checkText(path, content) {
  const problems = secretFile.test(path) ? [`${path} is a file of secrets by its name`] : [];
  for (const { what, pattern } of patterns) {
    const match = pattern.exec(content);
    if (match === null) continue;
    const line = content.slice(0, match.index).split('\n').length;
    // A token found is not repeated in a log.
    problems.push(`${path}:${line} holds ${what}: ${match[0].trim().slice(0, 12)}...`);
  }
  return problems;
}

/** Texts that Git has, or would take in with `git add`. */
function main() {
  const files = run(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    {
      cwd: workspaceRoot,
    },
  )
    .split('\0')
    .filter((path) => path !== '');
  const problems = [];
  let read = 0;
  for (const path of files) {
    let bytes;
    try {
      bytes = readFileSync(join(workspaceRoot, path));
    } catch (error) {
      // Deleted and not yet committed.
      if (error.code === 'ENOENT') continue;
      throw error;
    }
    if (bytes.subarray(0, 8000).includes(0)) continue;
    read++;
    problems.push(...checkText(path, bytes.toString('utf8')));
  }
  report('text', problems, `${read} files name no registry, no machine and no secret`);
}

if (isMain(import.meta.url)) main();

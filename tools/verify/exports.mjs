import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { buildConfig, builtFiles } from '../workspace/built.mjs';
import { importsOf } from '../workspace/imports-of.mjs';
import { projectAt, readJson } from '../workspace/projects.mjs';
import { isMain, report } from '../workspace/report.mjs';

const subpath = (entry) => (entry === 'index' ? '.' : `./${entry}`);

/** The exports map that a package with these entries has. The order of conditions matters: the first match wins. */
export function expectedExports(entries) {
  const map = { './package.json': './package.json' };
  for (const [name, source] of Object.entries(entries)) {
    map[subpath(name)] = {
      '@synth/source': `./${source}`,
      import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
      require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
    };
  }
  return map;
}

/** Fields that older resolvers read. */
export function expectedLegacyFields(entries) {
  const subpaths = Object.keys(entries).filter((name) => name !== 'index');
  return {
    main: './dist/index.cjs',
    module: './dist/index.js',
    types: './dist/index.d.cts',
    typesVersions:
      subpaths.length === 0
        ? undefined
        : { '*': Object.fromEntries(subpaths.map((name) => [name, [`./dist/${name}.d.cts`]])) },
  };
}

/** The entries that a README lists: rows of a list or table that begin with a name of the package in backticks. */
export function listedEntries(readme, packageName) {
  const rows = readme.matchAll(/^\s*(?:[-*]|\|)\s+\[?`(@synth\/[^`]+)`/gm);
  return [...rows].map((row) => row[1]).filter((name) => `${name}/`.startsWith(`${packageName}/`));
}

/** Files that an entry's outputs reach through relative imports; with their source maps. */
export function reachable(starts, files, importsIn) {
  const present = new Set(files);
  const reached = new Set();
  const queue = starts.filter((file) => present.has(file));
  while (queue.length > 0) {
    const file = queue.pop();
    if (reached.has(file)) continue;
    reached.add(file);
    if (present.has(`${file}.map`)) reached.add(`${file}.map`);
    if (file.endsWith('.map')) continue;
    for (const { specifier } of importsIn(file)) {
      if (!specifier.startsWith('.')) continue;
      const target = posix.join(posix.dirname(file), specifier);
      // Declarations name each other by the extension of the code they stand for.
      const declaration = target.replace(/\.(c?)js$/, '.d.$1ts');
      queue.push(...[target, declaration].filter((one) => present.has(one)));
    }
  }
  return reached;
}

/**
 * Entries of the build = exports map = typesVersions = built files = list in the README, both ways.
 *
 * @param pack.manifest package.json
 * @param pack.entries public entries of tsup.config.ts
 * @param pack.internal entries that are built and not exported: workers
 * @param pack.files built files
 * @param pack.importsIn imports of a built file
 * @param pack.exists whether a path of the package exists
 */
export function checkExports({ manifest, entries, internal, files, importsIn, exists, readme }) {
  const problems = [];
  const same = (field, expected) => {
    if (JSON.stringify(manifest[field]) !== JSON.stringify(expected)) {
      problems.push(
        `package.json ${field} is ${JSON.stringify(manifest[field])}, the entries ask for ${JSON.stringify(expected)}`,
      );
    }
  };
  const actual = manifest.exports ?? {};
  const expected = expectedExports(entries);
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    if (!(key in expected)) problems.push(`exports ${key} is no entry of tsup.config.ts`);
    else if (!(key in actual)) problems.push(`exports lacks ${key}, an entry of tsup.config.ts`);
    else if (JSON.stringify(actual[key]) !== JSON.stringify(expected[key]))
      problems.push(`exports ${key} should be ${JSON.stringify(expected[key])}`);
  }
  for (const [field, value] of Object.entries(expectedLegacyFields(entries))) same(field, value);

  for (const source of Object.values({ ...entries, ...internal })) {
    if (!exists(source)) problems.push(`entry ${source} does not exist`);
  }
  const present = new Set(files);
  const outputs = [...Object.keys(entries), ...Object.keys(internal)].flatMap((name) =>
    ['js', 'cjs', 'd.ts', 'd.cts'].map((extension) => `dist/${name}.${extension}`),
  );
  for (const file of outputs) if (!present.has(file)) problems.push(`${file} was not built`);
  const reached = reachable(outputs, files, importsIn);
  for (const file of files) if (!reached.has(file)) problems.push(`${file} belongs to no entry`);

  const names = Object.keys(entries).map((name) => posix.join(manifest.name, subpath(name)));
  const listed = new Set(listedEntries(readme, manifest.name));
  for (const name of names) {
    if (!listed.has(name)) problems.push(`README.md lists no \`${name}\` (a row that begins with it)`);
  }
  for (const name of listed) {
    if (!names.includes(name)) problems.push(`README.md lists \`${name}\`, which is no entry`);
  }
  return problems;
}

async function main(dir) {
  const { folder, manifest } = projectAt(dir);
  const { internalEntries } = readJson(new URL('./packages.json', import.meta.url));
  const { entries: all } = await buildConfig(folder);
  const hidden = internalEntries[manifest.name] ?? {};
  const split = (wanted) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => name in hidden === wanted));
  const files = builtFiles(folder);
  const problems = checkExports({
    manifest,
    entries: split(false),
    internal: split(true),
    files,
    importsIn: (file) => importsOf(readFileSync(join(folder, file), 'utf8'), file),
    exists: (path) => existsSync(join(folder, path)),
    readme: readFileSync(join(folder, 'README.md'), 'utf8'),
  });
  for (const name of Object.keys(hidden)) {
    if (!(name in all)) problems.push(`packages.json names an internal entry ${name} that is not built`);
  }
  report(
    `exports of ${manifest.name}`,
    problems,
    `${Object.keys(all).length} entries, ${files.length} files`,
  );
}

if (isMain(import.meta.url)) main(process.argv[2] ?? '.');

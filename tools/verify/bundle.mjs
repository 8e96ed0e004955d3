import { builtinModules } from 'node:module';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildConfig, builtFiles } from '../workspace/built.mjs';
import { importsOf, packageOf } from '../workspace/imports-of.mjs';
import { projectAt, readJson } from '../workspace/projects.mjs';
import { isMain, report } from '../workspace/report.mjs';

const builtins = new Set(builtinModules);
const isCode = (file) => /\.c?js$/.test(file);

/** The libraries whose sources a source map names: those copied into the output. */
export function inlinedPackages(sourceMap) {
  const names = sourceMap.sources
    .map((source) => source.split('node_modules/').slice(1).pop())
    .filter((path) => path !== undefined)
    .map(packageOf);
  return [...new Set(names)];
}

const isNamedBy = (nameOrPattern, name) =>
  nameOrPattern instanceof RegExp ? nameOrPattern.test(name) : nameOrPattern === name;

/**
 * What the built files ask for and hold, against what the package declares.
 *
 * @param pack.manifest package.json
 * @param pack.files code and declarations: file -> text
 * @param pack.requires packages that an adapter loads on demand and that a user installs himself
 * @param pack.inlined libraries that tsup.config.ts says are copied in, by name or by pattern
 * @param pack.found libraries that source maps say were copied in
 * @param pack.needsNode whether a file may import `node:`
 * @param pack.maxBytes ceiling on the bytes of the ES module output
 * @param pack.never texts that may not appear: { text, why, except? }
 */
export function checkBundle({ manifest, files, requires, inlined, found, needsNode, maxBytes, never }) {
  const dependencies = new Set(Object.keys(manifest.dependencies ?? {}));
  const importProblem = ({ specifier, kind }, file) => {
    const name = packageOf(specifier);
    if (/^[./]/.test(specifier) || dependencies.has(name)) return undefined;
    if (specifier.startsWith('node:'))
      return needsNode(file) ? undefined : 'but the package also runs in a browser';
    if (requires.includes(name))
      return kind === 'static' ? 'at load: it may be loaded on demand only' : undefined;
    return builtins.has(name) ? 'without node:' : 'which the package does not declare';
  };
  const problems = [];
  for (const [file, text] of Object.entries(files)) {
    for (const found of importsOf(text, file)) {
      const problem = importProblem(found, file);
      if (problem !== undefined) problems.push(`${file} imports ${found.specifier}, ${problem}`);
    }
    for (const { text: banned, why, except = {} } of never) {
      if (isCode(file) && text.includes(banned) && !(manifest.name in except))
        problems.push(`${file} holds \`${banned}\`: ${why}`);
    }
  }
  for (const name of found) {
    if (!inlined.some((one) => isNamedBy(one, name)))
      problems.push(`${name} was copied into the output; tsup.config.ts does not say so`);
  }
  for (const name of inlined) {
    const isNamed = (one) => isNamedBy(name, one);
    if (!found.some(isNamed)) problems.push(`tsup.config.ts copies ${name} in, and no output holds it`);
    for (const one of [...dependencies].filter(isNamed))
      problems.push(`${one} is both copied in and a dependency`);
  }
  const bytes = Object.entries(files)
    .filter(([file]) => file.endsWith('.js'))
    .reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  if (maxBytes === undefined) problems.push(`packages.json holds no maxBytes for ${manifest.name}`);
  else if (bytes > maxBytes) problems.push(`${bytes} bytes of ES modules, the ceiling is ${maxBytes}`);
  return { problems, bytes };
}

/** The packages that public entries say they load on demand: each exports a `{ package, range }` or a list of them. */
async function requiresOf(folder, entries) {
  const names = [];
  for (const entry of entries) {
    const built = join(folder, 'dist', `${entry}.js`);
    if (!existsSync(built)) continue;
    for (const value of Object.values(await import(pathToFileURL(resolve(built)).href)))
      for (const one of [value].flat())
        if (typeof one?.package === 'string' && typeof one.range === 'string') names.push(one.package);
  }
  return names;
}

async function main(dir) {
  const { folder, manifest, project } = projectAt(dir);
  const data = readJson(new URL('./packages.json', import.meta.url));
  const { entries, inlined } = await buildConfig(folder);
  const built = builtFiles(folder);
  if (built.length === 0) throw new Error(`${dir}/dist is empty: build first`);
  const bin = existsSync(join(folder, 'bin'))
    ? readdirSync(join(folder, 'bin')).map((file) => `bin/${file}`)
    : [];
  const read = (file) => readFileSync(join(folder, file), 'utf8');
  const code = [...built, ...bin].filter((file) => !file.endsWith('.map'));
  const maps = built.filter((file) => file.endsWith('js.map'));
  const internal = data.internalEntries[manifest.name] ?? {};
  const nodeEntries = Object.keys(data.nodeEntries[manifest.name] ?? {});
  const isApplication = project.tags.includes('type:app');
  const { problems, bytes } = checkBundle({
    manifest,
    files: Object.fromEntries(code.map((file) => [file, read(file)])),
    // Importing an application's entry would run it.
    requires: isApplication
      ? []
      : await requiresOf(
          folder,
          Object.keys(entries).filter((entry) => !(entry in internal)),
        ),
    inlined,
    found: [...new Set(maps.flatMap((file) => inlinedPackages(JSON.parse(read(file)))))],
    needsNode: (file) =>
      !project.tags.includes('platform:any') ||
      nodeEntries.some((entry) => file.startsWith(`dist/${entry}.`)),
    maxBytes: data.maxBytes[manifest.name],
    never: data.neverInOutput,
  });
  report(`bundle of ${manifest.name}`, problems, `${bytes} bytes of ES modules`);
}

if (isMain(import.meta.url)) main(process.argv[2] ?? '.');

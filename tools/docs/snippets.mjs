import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readJson, workspaceRoot } from '../workspace/projects.mjs';
import { isMain, report } from '../workspace/report.mjs';
import { compile } from './compile.mjs';
import { arrows, docExamples, expectations, fences, moduleOf, withValue } from './examples.mjs';
import { agrees, refreshed, textOf } from './values.mjs';

/** Files of a folder that may hold examples: its README, pages of docs/, sources without specs. */
export function documentedFiles(folder) {
  const inside = (name, wanted) =>
    existsSync(join(folder, name))
      ? readdirSync(join(folder, name), { recursive: true })
          .filter(wanted)
          .sort()
          .map((file) => join(folder, name, file))
      : [];
  return [
    ...['README.md', 'CONTRIBUTING.md'].map((name) => join(folder, name)).filter((file) => existsSync(file)),
    ...inside('docs', (file) => file.endsWith('.md')),
    ...inside('src', (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts')),
  ];
}

/** Every export of a package: name -> specifier. The main entry comes first. */
async function exportsOf(folder) {
  const found = new Map();
  const manifest = existsSync(join(folder, 'package.json')) ? readJson(join(folder, 'package.json')) : {};
  for (const [key, target] of Object.entries(manifest.exports ?? {})) {
    if (target['@synth/source'] === undefined) continue;
    const specifier = manifest.name + key.slice(1);
    for (const name of Object.keys(await import(specifier))) if (!found.has(name)) found.set(name, specifier);
  }
  return found;
}

/**
 * The examples of one file, each with the code that it goes on from: a fence ` ```ts continued ` follows from those
 * before it, ` ```ts no-run ` is compiled only.
 */
function examplesOf(path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const { examples, bare } = path.endsWith('.md')
    ? { examples: fences(lines), bare: [] }
    : docExamples(lines);
  let before = [];
  const found = examples.map((example) => {
    if (!example.words.includes('continued')) before = [];
    const one = { ...example, before, path };
    before = [...before, ...example.code];
    return one;
  });
  return { examples: found, bare };
}

/** Runs one module; gives what was observed at each expectation. */
async function observe(file) {
  const outcomes = new Map();
  globalThis.observe = async (index, thunk) => {
    try {
      outcomes.set(index, { value: await thunk() });
    } catch (error) {
      outcomes.set(index, { error });
    }
  };
  const { log } = console;
  console.log = () => undefined;
  try {
    await import(pathToFileURL(file).href);
  } finally {
    console.log = log;
  }
  return outcomes;
}

/**
 * Runs an example's module and compares what it says.
 *
 * @returns problems by line, and the code with the values that were found
 */
export async function runExample({ code, before }, file) {
  const whole = [...before, ...code];
  const found = expectations(whole);
  const problems = [];
  if (found.length < arrows(whole))
    problems.push({ line: 0, text: 'has a `// =>` after no top-level statement' });
  let outcomes;
  try {
    outcomes = await observe(file);
  } catch (error) {
    return { problems: [...problems, { line: 0, text: `fails: ${error?.message ?? error}` }], code };
  }
  let mended = whole;
  for (const [index, one] of [...found.entries()].reverse()) {
    const outcome = outcomes.get(index);
    if (one.line < before.length || agrees(outcome, one.expected)) continue;
    problems.unshift({
      line: one.line - before.length,
      text: `is ${textOf(outcome)}, not ${one.expected}`,
      stale: true,
    });
    mended = withValue(mended, one, refreshed(outcome, one.expected));
  }
  return { problems, code: mended.slice(before.length) };
}

/** Puts refreshed examples back into their file. */
function rewrite(path, results) {
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const { example, code } of [...results].reverse()) {
    const text = code.map((line) => (example.prefix + line).trimEnd());
    lines.splice(example.line, example.code.length, ...text);
  }
  writeFileSync(path, lines.join('\n'));
}

async function main(dir, write) {
  const folder = resolve(dir);
  const name = relative(workspaceRoot, folder).replaceAll(sep, '-') || 'workspace';
  const scratch = join(workspaceRoot, 'tmp/docs', name);
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(join(scratch, 'work'), { recursive: true });
  // Examples may read the example data, and write into a folder that is thrown away.
  symlinkSync(join(workspaceRoot, 'data'), join(scratch, 'work/data'), 'junction');
  process.chdir(join(scratch, 'work'));

  const problems = [];
  const specifiers = await exportsOf(folder);
  const modules = new Map();
  const say = (path, line, text) =>
    problems.push(`${relative(workspaceRoot, path).replaceAll(sep, '/')}:${line + 1} ${text}`);
  for (const path of documentedFiles(folder)) {
    const { examples, bare } = examplesOf(path);
    for (const line of bare) say(path, line, 'an @example has no ```ts fence');
    for (const example of examples) {
      const file = join(scratch, `${relative(folder, path).replaceAll(sep, '-')}-${example.line + 1}.mts`);
      writeFileSync(file, moduleOf([...example.before, ...example.code], specifiers));
      modules.set(file, example);
    }
  }

  for (const { file, line, text } of compile([...modules.keys()])) {
    const example = modules.get(join(scratch, file));
    // Line 0 of a module holds its imports; then comes the code it goes on from, which has its own module.
    const at = line - 1 - example.before.length;
    if (line === 0 || at >= 0) say(example.path, example.line + Math.max(at, 0), text);
  }
  const results = [];
  for (const [file, example] of modules) {
    if (example.words.includes('no-run')) continue;
    const result = await runExample(example, file);
    results.push({ example, code: result.code });
    for (const { line, text, stale } of result.problems)
      if (!(write && stale)) say(example.path, example.line + line, text);
  }
  if (write) {
    for (const path of new Set(results.map(({ example }) => example.path)))
      rewrite(
        path,
        results.filter(({ example }) => example.path === path),
      );
  }
  report(`examples of ${basename(folder)}`, problems, `${results.length} run, all as they say`);
}

if (isMain(import.meta.url)) {
  const args = process.argv.slice(2);
  main(args.find((arg) => !arg.startsWith('--')) ?? '.', args.includes('--write'));
}

import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { serve } from '../registry/serve.mjs';
import { publishedProjects, readJson, workspaceRoot } from '../workspace/projects.mjs';
import { isMain, report } from '../workspace/report.mjs';
import { run } from '../workspace/run.mjs';
import { pack } from '../workspace/tarball.mjs';
import * as consumer from './consumer.mjs';

const tool = (path) => join(workspaceRoot, 'node_modules', path);

/** The packages that npm put into a folder: names from its hidden lock file. */
export function installedPackages(lock) {
  return Object.keys(lock.packages)
    .filter((path) => path !== '')
    .map((path) => path.split('node_modules/').pop())
    .sort();
}

/** The entries of an installed package that can be imported. */
export function entriesOf(manifest) {
  return Object.keys(manifest.exports ?? {})
    .filter((key) => !key.endsWith('.json'))
    .map((key) => manifest.name + key.slice(1));
}

/** An empty project whose `@synth` packages come from `registry`, and all others from where npm is set up to look. */
async function consumerProject(folder, registry, packages) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  writeFileSync(join(folder, '.npmrc'), `@synth:registry=${registry}\n`);
  await runBeside('npm', ['install', '--no-audit', '--no-fund', ...packages], folder);
  return readJson(join(folder, 'node_modules/.package-lock.json'));
}

/** Runs a program without stopping this process, which is the registry. */
async function runBeside(command, args, cwd) {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${code}\n${printed}`);
}

/** Writes a consumer's programs and gives the checks to run on them: label -> command. */
function checks(folder, entries, name, environment) {
  const write = (file, text) => writeFileSync(join(folder, file), text);
  write('esm.mjs', consumer.esm(entries));
  write('commonjs.cjs', consumer.commonjs(entries));
  write('both.mjs', consumer.both(entries, name));
  write('plain.test.js', consumer.jestTest(entries, name));
  write('types.ts', consumer.types(entries));
  write('types.cts', consumer.types(entries));
  write('tsconfig.nodenext.json', consumer.tsconfig('nodenext', 'nodenext', environment));
  write('tsconfig.bundler.json', consumer.tsconfig('esnext', 'bundler', environment));
  return {
    'ES modules': ['esm.mjs'],
    CommonJS: ['commonjs.cjs'],
    'both in one process': ['both.mjs'],
    'tsc nodenext': [tool('typescript/bin/tsc'), '-p', 'tsconfig.nodenext.json'],
    'tsc bundler': [tool('typescript/bin/tsc'), '-p', 'tsconfig.bundler.json'],
    Jest: [tool('jest/bin/jest.js'), '--rootDir', folder, '--silent'],
  };
}

/** The same for what its adapters say when their libraries are not there. */
function missing(folder, name) {
  writeFileSync(join(folder, 'missing.mjs'), consumer.esmWithoutLibraries(name));
  writeFileSync(join(folder, 'missing.cjs'), consumer.commonjsWithoutLibraries(name));
  return { 'without libraries, ES modules': ['missing.mjs'], 'without libraries, CommonJS': ['missing.cjs'] };
}

function outcomes(folder, commands) {
  const problems = [];
  for (const [label, args] of Object.entries(commands)) {
    try {
      run(process.execPath, args, { cwd: folder });
    } catch (error) {
      problems.push(`${label}: ${error.message}`);
    }
  }
  return problems;
}

/**
 * Milliseconds of each program, the shortest of many turns: what is beyond that is other work on the machine.
 *
 * @param rounds turns after one that warms the file cache
 */
export function importTimes(folder, programs, rounds) {
  const times = programs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= rounds; round++) {
    programs.forEach((program, i) => {
      const start = performance.now();
      const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: folder });
      if (status !== 0) throw new Error(`${program} ended with ${status}`);
      if (round > 0) times[i] = Math.min(times[i], performance.now() - start);
    });
  }
  return times;
}

/** The shortest times of a package and of its two dependencies, taken anew up to twice where they are too far apart. */
function importsBeside(folder, name, most) {
  const programs = [`import '${name}'`, "import 'zod'; import 'seedrandom'"];
  let times = importTimes(folder, programs, 12);
  for (let again = 0; again < 2 && times[0] / times[1] > most; again++)
    times = importTimes(folder, programs, 12);
  return times;
}

/** One package in an empty folder, as a user of it alone has it. */
async function installAlone(folder, registry, name, { maxPackages, maxImportRatio, never = [] }) {
  const lock = await consumerProject(folder, registry, [name]);
  const names = installedPackages(lock);
  const problems = [];
  if (names.length > maxPackages)
    problems.push(
      `npm install ${name} brings ${names.length} packages, at most ${maxPackages}: ${names.join(', ')}`,
    );
  for (const unwanted of names.filter((one) => never.includes(one)))
    problems.push(`npm install ${name} brings ${unwanted}, which only its adapter may load`);
  const entries = entriesOf(readJson(join(folder, 'node_modules', name, 'package.json')));
  problems.push(...outcomes(folder, checks(folder, entries, name, 'dom')));
  if (never.length > 0) problems.push(...outcomes(folder, missing(folder, name)));
  const [own, base] = importsBeside(folder, name, maxImportRatio);
  const ratio = own / base;
  if (ratio > maxImportRatio)
    problems.push(`importing ${name} takes ${ratio.toFixed(2)}x of zod and seedrandom alone`);
  return { problems, figures: `${names.join(', ')}; import ${own.toFixed(0)} ms, ${ratio.toFixed(2)}x` };
}

/** Every published package in one folder: all entries, and the programs. */
async function installAll(folder, registry, published, name) {
  await consumerProject(
    folder,
    registry,
    published.map(({ manifest }) => manifest.name),
  );
  const installed = published.map((one) =>
    readJson(join(folder, 'node_modules', one.manifest.name, 'package.json')),
  );
  const entries = installed.flatMap(entriesOf);
  // A user of streams and buffers has Node's types; the workspace's serve.
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
  for (const types of ['@types/node', 'undici-types']) {
    const link = join(folder, 'node_modules', types);
    if (!existsSync(link)) symlinkSync(tool(types), link, 'junction');
  }
  const problems = outcomes(folder, checks(folder, entries, name, 'node'));
  for (const { bin = {}, name: owner, version } of installed) {
    for (const program of Object.keys(bin)) {
      const printed = run('npx', ['--no', '--', program, '--version'], { cwd: folder }).trim();
      if (!printed.includes(version))
        problems.push(`${program} of ${owner} says ${JSON.stringify(printed)}, not ${version}`);
    }
  }
  return { problems, figures: `${entries.length} entries` };
}

async function main() {
  const { installAlone: limits } = readJson(new URL('./packages.json', import.meta.url));
  const work = realpathSync(mkdtempSync(join(tmpdir(), 'synth-install-')));
  const tarballs = join(work, 'tarballs');
  mkdirSync(tarballs);
  const published = publishedProjects();
  for (const { folder } of published) pack(folder, tarballs);
  const registry = await serve(tarballs);
  try {
    for (const [name, limit] of Object.entries(limits)) {
      const { problems, figures } = await installAlone(
        join(work, name.replace('/', '-')),
        registry.url,
        name,
        limit,
      );
      report(`install of ${name}`, problems, figures);
    }
    const [firstName] = Object.keys(limits);
    const { problems, figures } = await installAll(join(work, 'all'), registry.url, published, firstName);
    report('install of every package', problems, figures);
  } finally {
    await registry.close();
    rmSync(work, { recursive: true });
  }
}

if (isMain(import.meta.url)) main();

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as prettier from 'prettier';
import { publishedProjects, workspaceRoot } from '../workspace/projects.mjs';
import { isMain, report } from '../workspace/report.mjs';
import { errorCodes, errorsPage } from './error-codes.mjs';
import { columnsTables, fillMarkers, optionsTable } from './tables.mjs';

/** The error codes in the sources of a package. */
function codesOf(folder) {
  const source = join(folder, 'src');
  return readdirSync(source, { recursive: true })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .sort()
    .flatMap((file) => errorCodes(readFileSync(join(source, file), 'utf8')));
}

/** The datasets that a package exports, by name. */
async function datasetsOf({ manifest }) {
  const found = new Map();
  for (const [key, target] of Object.entries(manifest.exports ?? {})) {
    if (target['@synth/source'] === undefined) continue;
    for (const value of Object.values(await import(manifest.name + key.slice(1))))
      if (typeof value?.config?.jsonSchema === 'function') found.set(value.name, value);
  }
  return found;
}

/** The text of a marker. One without a name means the dataset called as the package is, or the only one. */
function made(datasets, own, kind, name) {
  const only = datasets.size === 1 ? [...datasets.values()][0] : undefined;
  const dataset = name === '' ? (datasets.get(own) ?? only) : datasets.get(name);
  if (dataset === undefined) return undefined;
  if (kind === 'options') return optionsTable(dataset.config.jsonSchema());
  return columnsTables(dataset.tables(dataset.config.parse({}), {}));
}

/** Every generated page: path -> text. */
async function pages(projects, problems) {
  const packages = projects.map(({ manifest, folder }) => ({ name: manifest.name, codes: codesOf(folder) }));
  for (const { name, codes } of packages)
    for (const { code, meaning } of codes)
      if (meaning === '') problems.push(`${code} of ${name} has no doc comment`);
  const found = new Map([['docs/errors.md', errorsPage(packages)]]);
  for (const project of projects) {
    const path = `${project.dir}/README.md`;
    if (!existsSync(join(workspaceRoot, path))) continue;
    const readme = readFileSync(join(workspaceRoot, path), 'utf8');
    if (!/<!-- (options|tables):start/.test(readme)) continue;
    const datasets = await datasetsOf(project);
    const { page, unknown } = fillMarkers(readme, (kind, name) => made(datasets, project.name, kind, name));
    for (const marker of unknown) problems.push(`${path}: no dataset for ${marker}`);
    found.set(path, page);
  }
  return found;
}

async function main(write) {
  const problems = [];
  const found = await pages(publishedProjects(), problems);
  for (const [path, text] of found) {
    const file = join(workspaceRoot, path);
    const formatted = await prettier.format(text, {
      ...(await prettier.resolveConfig(file)),
      filepath: file,
    });
    if (existsSync(file) && readFileSync(file, 'utf8') === formatted) continue;
    if (!write) problems.push(`${path} is stale: npm run docs`);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, formatted);
    }
  }
  report('reference', problems, `${found.size} pages are as the sources say`);
}

if (isMain(import.meta.url)) main(process.argv.includes('--write'));

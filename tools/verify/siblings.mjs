import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projects, readJson, workspaceRoot } from '../workspace/projects.mjs';
import { isMain, report } from '../workspace/report.mjs';

const text = (value) => JSON.stringify(value);

/** The kinds of a project, from the general to the special; rules of each apply. */
export function kindsOf({ dir, published }) {
  const kind = dir.startsWith('apps/') ? 'application' : published ? 'package' : 'private';
  return ['all', ...(published ? ['published'] : []), kind];
}

/** Where one project departs from the shape: { rule, text }. */
function departures(project, shape, files) {
  const { dir, manifest } = project;
  const kinds = kindsOf(project);
  const found = [];
  const say = (rule, what) => found.push({ rule, text: what });

  for (const file of kinds.flatMap((kind) => shape.files[kind] ?? [])) {
    const content = files.read(`${dir}/${file}`);
    if (content === undefined) say(`file ${file}`, `has no ${file}`);
    else if (shape.sameAsRoot.includes(file) && content !== files.read(file))
      say(`file ${file}`, `${file} differs from the workspace's`);
  }

  for (const [key, value] of kinds.flatMap((kind) => Object.entries(shape.manifest[kind] ?? {}))) {
    if (text(manifest[key]) !== text(value))
      say(`manifest ${key}`, `package.json ${key} is ${text(manifest[key])}, not ${text(value)}`);
  }
  const keys = Object.keys(manifest);
  for (const key of keys.filter((one) => !shape.manifestKeys.includes(one)))
    say(`manifest ${key}`, `package.json has ${key}`);
  const known = keys.filter((key) => shape.manifestKeys.includes(key));
  const ordered = shape.manifestKeys.filter((key) => known.includes(key));
  if (text(known) !== text(ordered))
    say('manifest order', `keys of package.json stand as ${known.join(', ')}`);
  if (manifest.name !== `@synth/${basename(dir)}`) say('manifest name', `is called ${manifest.name}`);
  if (project.name !== basename(dir)) say('project name', `is called ${project.name} in project.json`);
  if (!manifest.description) say('manifest description', 'has no description');

  const targets = Object.keys(project.project.targets ?? {});
  for (const target of kinds.flatMap((kind) => shape.targets[kind] ?? []))
    if (!targets.includes(target)) say(`target ${target}`, `project.json has no target ${target}`);

  const tags = project.project.tags ?? [];
  const valuesOf = (group) =>
    tags.filter((tag) => tag.startsWith(`${group}:`)).map((tag) => tag.split(':')[1]);
  const groups = {
    ...shape.tags,
    ...(tags.includes('type:domain') ? { uses: shape.usesOfDomains } : {}),
  };
  for (const [group, allowed] of Object.entries(groups)) {
    const values = valuesOf(group);
    if (values.length !== 1 || !allowed.includes(values[0]))
      say(`tag ${group}`, `needs one tag ${group}: of ${allowed.join(', ')}; has ${text(values)}`);
  }
  return found;
}

/** What siblings must have in common: one version, and one range of each dependency. */
function disagreements(all) {
  const found = [];
  const versions = new Map(all.map(({ manifest }) => [manifest.name, manifest.version]));
  const [version] = versions.values();
  const ranges = new Map();
  for (const { dir, manifest } of all) {
    if (manifest.version !== version)
      found.push({ dir, rule: 'manifest version', text: `is ${manifest.version}, its siblings ${version}` });
    for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
      if (!ranges.has(name)) ranges.set(name, versions.has(name) ? `^${versions.get(name)}` : range);
      if (ranges.get(name) !== range)
        found.push({
          dir,
          rule: `range ${name}`,
          text: `asks for ${name} ${range}, not ${ranges.get(name)}`,
        });
    }
  }
  return found;
}

/**
 * Siblings have the same shape: who knows one package knows all.
 *
 * @param all projects, as tools/workspace/projects.mjs reads them
 * @param shape siblings.json
 * @param files.read text of a file of the workspace, undefined where there is none
 */
export function checkSiblings(all, shape, files) {
  const found = [
    ...all.flatMap((project) =>
      departures(project, shape, files).map((one) => ({ dir: project.dir, ...one })),
    ),
    ...disagreements(all),
  ];
  const excused = ({ dir, rule }) => shape.exceptions.some((one) => one.project === dir && one.rule === rule);
  const problems = found.filter((one) => !excused(one)).map((one) => `${one.dir} ${one.text}  [${one.rule}]`);
  for (const one of shape.exceptions) {
    if (!one.reason) problems.push(`the exception of ${one.project} from "${one.rule}" gives no reason`);
    if (!found.some(({ dir, rule }) => dir === one.project && rule === one.rule))
      problems.push(`the exception of ${one.project} from "${one.rule}" is not needed`);
  }
  return problems;
}

function main() {
  const all = projects();
  const read = (path) => {
    const file = join(workspaceRoot, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const shape = readJson(new URL('./siblings.json', import.meta.url));
  report('siblings', checkSiblings(all, shape, { read }), `${all.length} projects have the same shape`);
}

if (isMain(import.meta.url)) main();

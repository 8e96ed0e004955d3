import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace. */
export const workspaceRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** A file as JSON. */
export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Every project that npm knows: a folder of packages/ or apps/ with a package.json.
 *
 * @returns {{ dir: string, folder: string, name: string, manifest: object, project: object, published: boolean }[]}
 *   `dir` is relative to the workspace, `folder` absolute, `name` Nx's short name; sorted by `dir`
 */
export function projects(root = workspaceRoot) {
  const found = [];
  for (const group of ['apps', 'packages']) {
    if (!existsSync(join(root, group))) continue;
    for (const entry of readdirSync(join(root, group)).sort()) {
      const folder = join(root, group, entry);
      if (existsSync(join(folder, 'package.json'))) found.push(projectAt(folder, `${group}/${entry}`));
    }
  }
  return found;
}

/** The project in `folder`. */
export function projectAt(folder, dir = folder) {
  const manifest = readJson(join(folder, 'package.json'));
  const file = join(folder, 'project.json');
  const project = existsSync(file) ? readJson(file) : {};
  return {
    dir,
    folder,
    name: project.name ?? manifest.name,
    manifest,
    project,
    published: manifest.private !== true,
  };
}

/** Those that are published. */
export const publishedProjects = (root) => projects(root).filter((project) => project.published);

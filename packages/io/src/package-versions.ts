import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// This file lies directly in `src`, as its output lies directly in `dist`: the package's folder is one above both.
const self = import.meta.url;

const versionIn = (packageJson: string | URL): string =>
  (JSON.parse(readFileSync(packageJson, 'utf8')) as { version: string }).version;

/**
 * The versions of this package, of core and of the package that a dataset comes from, as far as they can be told.
 *
 * @param specifier where the dataset is imported from
 */
export function packageVersions(specifier?: string): Record<string, string> {
  const require = createRequire(self);
  const versions: Record<string, string> = { '@synth/io': versionIn(new URL('../package.json', self)) };
  for (const name of ['@synth/core', packageOf(specifier)]) {
    if (name === undefined) continue;
    try {
      versions[name] = versionIn(require.resolve(`${name}/package.json`));
    } catch {
      // A URL, or a package that does not export its package.json: what it says of itself is its dataset's version.
    }
  }
  return versions;
}

/** `@synth/interactions/dataset` -> `@synth/interactions`; undefined for a URL or a path. */
const packageOf = (specifier: string | undefined): string | undefined =>
  /^(?:@[^/:]+\/)?[^@./:][^/:]*(?=\/|$)/.exec(specifier ?? '')?.[0];

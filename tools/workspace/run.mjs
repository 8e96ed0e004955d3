import { spawnSync } from 'node:child_process';

/**
 * Runs a program to its end and gives its standard output.
 *
 * @throws Error with everything it printed, when it fails
 */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0) {
    const printed = `${result.stdout}${result.stderr}`.trim();
    throw new Error(
      `${[command, ...args].join(' ')} ended with ${result.status ?? result.signal}\n${printed}`,
    );
  }
  return result.stdout;
}

import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { Check } from './check';

const leastNode = [20, 19] as const;

/** Whether a version of Node is one that synth runs on. */
export function nodeIsNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
}

/** What every command needs. */
export const machineChecks: readonly Check[] = [
  {
    name: 'Node version',
    run: () =>
      Promise.resolve({
        passed: nodeIsNewEnough(process.versions.node),
        detail: process.versions.node,
        remedy: `install Node ${leastNode.join('.')} or newer`,
      }),
  },
  {
    name: 'folder writable',
    run: () =>
      access('.', constants.W_OK).then(
        () => ({ passed: true, detail: 'files can be made here' }),
        () => ({
          passed: false,
          detail: 'no files can be made here',
          remedy: 'go to another folder, or give --out',
        }),
      ),
  },
];

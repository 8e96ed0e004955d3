import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** Starts a script of this folder from source, in a process of its own. */
export function startChild(
  script: string,
  args: readonly string[],
): { child: ChildProcess; done: Promise<string> } {
  const flags = ['--conditions=@synth/source', '--import', 'tsx'];
  const child = spawn(process.execPath, [...flags, join(__dirname, script), ...args], {
    cwd: __dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (part: Buffer) => (output += part.toString()));
  const done = new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      code === 0 || signal === 'SIGKILL'
        ? resolve(output)
        : reject(new Error(`${script} ended with ${code}`)),
    );
  });
  return { child, done };
}

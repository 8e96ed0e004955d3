import { spawn } from 'node:child_process';
import { opener } from './opener';

/** An opener that has not failed by now shows the file, and may stay for as long as its window. */
const patienceMs = 2_000;

/** Opens a file in the platform's browser; false where there is none, or it refuses. */
export async function openFile(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const found = opener(process.platform, env, file);
  if (found === undefined) return false;
  return new Promise((resolve) => {
    const child = spawn(found.program, found.args, { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => resolve(true), patienceMs);
    const end = (opened: boolean): void => {
      clearTimeout(timer);
      resolve(opened);
    };
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
    child.unref();
  });
}

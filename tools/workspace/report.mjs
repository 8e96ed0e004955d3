import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether the module at `url` is the script that Node was started with. */
export const isMain = (url) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/** Prints what a check found, one line a problem, and sets the exit code. */
export function report(check, problems, success) {
  for (const problem of problems) console.error(`${check}: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${check}: ${success}`);
}

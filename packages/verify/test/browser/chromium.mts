import { execFileSync } from 'node:child_process';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const found = (): string | undefined =>
  names
    .map((name) => {
      try {
        return execFileSync('which', [name], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        }).trim();
      } catch {
        return '';
      }
    })
    .find((path) => path !== '');

/** A Chromium on the PATH; on Debian as root it is installed where it is missing. Undefined where neither works. */
export function chromiumPath(): string | undefined {
  const present = found();
  if (present !== undefined) return present;
  try {
    execFileSync('apt-get', ['update'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return found();
}

import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, has, start } from './processes.mjs';

/** The folder of the server's programs: Debian keeps it off the path. */
function programs() {
  const versions = '/usr/lib/postgresql';
  const newest = existsSync(versions) ? readdirSync(versions).sort((a, b) => b - a)[0] : undefined;
  return newest === undefined ? '' : join(versions, newest, 'bin/');
}

function idsOf(user) {
  const id = (option) => Number(execFileSync('id', [option, user], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A fresh PostgreSQL cluster without durability; undefined where there is none. */
export async function postgres() {
  const bin = programs();
  if (!has(`${bin}postgres`)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'synth-postgres-'));
  const data = join(folder, 'data');
  // The server refuses to run as root.
  const user = process.getuid?.() === 0 ? idsOf('postgres') : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const initial = ['-D', data, '-U', 'synth', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  execFileSync(`${bin}initdb`, initial, { cwd: folder, ...user });
  const port = await freePort();
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    `port=${port}`,
  ];
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const isReady = (output) => output().includes('database system is ready to accept connections');
  // SIGINT is the fast shutdown: connections are ended.
  const { stop } = await start(`${bin}postgres`, args, isReady, {
    cwd: folder,
    stopSignal: 'SIGINT',
    ...user,
  });
  return {
    url: `postgres://synth@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

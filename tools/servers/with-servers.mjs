import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { kafka } from './kafka.mjs';
import { postgres } from './postgres.mjs';
import { postgrestDouble } from './postgrest-double.mjs';
import { has } from './processes.mjs';
import { redis } from './redis.mjs';

/** Most rows that the double of PostgREST gives at once: no round number, so that pages are cut. */
const maxRows = 700;

/** Servers by name: how each starts, the Debian package that it comes with, and which it stands on. */
const servers = {
  redis: { start: redis, debian: 'redis-server' },
  kafka: { start: kafka, debian: 'kcat' },
  postgres: { start: postgres, debian: 'postgresql' },
  postgrest: {
    start: ({ postgres: database }) => database && postgrestDouble(database.url, maxRows),
    debian: undefined,
  },
};

/** Installs a package where this machine lets us; says whether it did. */
function installed(debian) {
  if (debian === undefined || process.getuid?.() !== 0 || !has('apt-get')) return false;
  try {
    console.log(`installing ${debian}`);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debian], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts servers, runs a TypeScript program with their addresses as its one argument (JSON, by name), and stops them.
 * A server that is not there and cannot be installed is named; the process then fails where CI is set, as it does where
 * the program fails.
 *
 * @param names of `servers`, in an order in which each stands after what it needs
 * @param program path of the program
 */
export async function withServers(names, program) {
  const started = {};
  let status;
  try {
    for (const name of names) {
      const { start, debian } = servers[name];
      started[name] = (await start(started)) ?? (installed(debian) ? await start(started) : undefined);
    }
    const addresses = Object.fromEntries(names.map((name) => [name, started[name]?.url]));
    const args = ['--conditions=@synth/source', '--import', 'tsx', program, JSON.stringify(addresses)];
    const child = spawn(process.execPath, args, {
      cwd: join(import.meta.dirname, '../..'),
      stdio: 'inherit',
    });
    status = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  } finally {
    // Those that stand on others stop first.
    for (const name of names.toReversed()) await started[name]?.stop();
  }
  const missing = names.filter((name) => started[name] === undefined);
  for (const name of missing) console.log(`NOT RUN  ${name}: no server on this machine`);
  const isCi = process.env.CI !== undefined && process.env.CI !== 'false';
  process.exitCode = status !== 0 ? status : missing.length > 0 && isCi ? 1 : 0;
}

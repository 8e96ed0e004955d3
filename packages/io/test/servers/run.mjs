// Sinks and sources through the real client libraries, against servers that this script starts and stops: redis-server,
// postgres, and the mock broker inside kcat (Debian: redis-server postgresql kcat). Says what it could not run, and
// fails then where CI is set.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { kafka } from './kafka.mjs';
import { postgres } from './postgres.mjs';
import { redis } from './redis.mjs';

const here = import.meta.dirname;
const started = {};
let status;
try {
  for (const [name, start] of Object.entries({ redis, kafka, postgres })) started[name] = await start();
  const addresses = JSON.stringify({
    redis: started.redis?.url,
    kafka: started.kafka?.broker,
    postgres: started.postgres?.url,
  });
  const args = ['--conditions=@synth/source', '--import', 'tsx', join(here, 'check.ts'), addresses];
  const child = spawn(process.execPath, args, { cwd: join(here, '../../../..'), stdio: 'inherit' });
  status = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
} finally {
  for (const server of Object.values(started)) await server?.stop();
}

const missing = Object.entries(started).filter(([, server]) => server === undefined);
for (const [name] of missing) console.log(`NOT RUN  ${name}: no server on this machine`);
const isCi = process.env.CI !== undefined && process.env.CI !== 'false';
process.exitCode = status !== 0 ? status : missing.length > 0 && isCi ? 1 : 0;

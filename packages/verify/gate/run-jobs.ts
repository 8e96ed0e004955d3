import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job, Outcome } from './job';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const processes = 2;

/** A digest of everything that decides what a job finds. */
function sourcesDigest(): string {
  const hash = createHash('sha256');
  const add = (dir: string): void => {
    for (const entry of readdirSync(dir, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) add(path);
      else if (!entry.name.endsWith('.spec.ts'))
        hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  };
  for (const dir of ['core/src', 'interactions/src']) add(join(root, 'packages', dir));
  for (const dir of ['learnability', 'realism', 'recommenders', 'verdict'])
    add(join(root, 'packages/verify/src', dir));
  for (const file of [
    'packages/verify/gate/measure.ts',
    'packages/verify/gate/frozen-targets.ts',
    'data/songs-234.csv',
  ])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Carries out jobs in two processes of low priority; what was found before, with the same sources, is taken from there. */
export async function runJobs(jobs: readonly Job[]): Promise<Outcome[]> {
  const cache = join(root, 'tmp/verify-presets', sourcesDigest());
  mkdirSync(cache, { recursive: true });
  const fileOf = ({ kind, name, seed }: Job): string =>
    join(cache, `${kind}-${name.replaceAll(' ', '-')}-${seed}.json`);
  const queue = jobs.filter((job) => !existsSync(fileOf(job)));
  console.log(`${jobs.length} measurements, ${jobs.length - queue.length} of them made before`);
  await Promise.all(
    Array.from({ length: Math.min(processes, queue.length) }, async () => {
      const worker = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
        execArgv: ['--conditions=@synth/source', '--import', 'tsx'],
      });
      setPriority(worker.pid!, 10);
      for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
        const found = await new Promise<Outcome>((resolve, reject) => {
          worker.once('message', resolve).once('exit', reject);
          worker.send(job!);
        });
        worker.removeAllListeners();
        writeFileSync(fileOf(job), JSON.stringify(found));
        console.log(`${job.name}, seed ${job.seed}`);
      }
      worker.disconnect();
    }),
  );
  return jobs.map((job) => JSON.parse(readFileSync(fileOf(job), 'utf8')) as Outcome);
}

// Kills a run with SIGKILL at random moments, resumes it, and compares the bytes with those of an uninterrupted run.
//
//   node packages/io/bench/kills.mjs [--kills 50] [--seed kills]
//
// Ordered files, parts and rows by time, in turn; each start of a run takes one, two or three workers by chance. Ends
// with 1 when any byte differs, or when anything is left beside the files.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { streams } from '@synth/core';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: 'kills' } },
});
const wanted = Number(values.kills);
const rng = streams({ seed: values.seed, dataset: 'kills' }).stream('moments').at(0);
const child = fileURLToPath(new URL('./run-once.mjs', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'kills-'));

const shapes = [
  { formats: ['csv', 'jsonl', 'recbole'] },
  { formats: ['csv', 'parquet'], parts: 5 },
  { formats: ['csv', 'parquet'], order: 'time' },
  { formats: ['parquet', 'csv.gz', 'npz'] },
  { formats: ['jsonl', 'csv.gz', 'npz'], parts: 3 },
  { formats: ['jsonl'], order: 'time' },
];

const config = { users: 40_000, items: 2000, minUserInteractions: 2, maxUserInteractions: 8 };

/** 0, 1 or 2 by chance. */
const ofThree = () => Math.floor(rng.nextF64() * 3);

/** Runs the child; kills it after `ms` where given. Resolves with its exit code, or null when it was killed. */
function runChild(shape, out, ms) {
  return new Promise((resolve, reject) => {
    const options = JSON.stringify({ config, workers: 1 + ofThree(), ...shape });
    const running = spawn(process.execPath, [child, out, options], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const timer = ms === undefined ? undefined : setTimeout(() => running.kill('SIGKILL'), ms);
    running.on('error', reject);
    running.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

function digestsIn(dir) {
  const digests = {};
  for (const name of readdirSync(dir, { recursive: true }).sort()) {
    const path = join(dir, name);
    if (!statSync(path).isFile() || name === 'manifest.json') continue;
    digests[relative(dir, path)] = createHash('sha256').update(readFileSync(path)).digest('hex');
  }
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
  const { keptBlocks } = manifest.circumstances;
  return { digests: JSON.stringify([digests, manifest.reproducible]), keptBlocks };
}

const begun = performance.now();
let kills = 0;
let runs = 0;
let goneOn = 0;
let differing = 0;
try {
  const references = [];
  for (const [index, shape] of shapes.entries()) {
    const out = join(home, `reference-${index}`);
    const start = performance.now();
    if ((await runChild(shape, out)) !== 0) throw new Error('the uninterrupted run failed');
    references.push({ ...digestsIn(out), ms: performance.now() - start });
    rmSync(out, { recursive: true });
  }
  while (kills < wanted) {
    const index = runs++ % shapes.length;
    const out = join(home, `run-${runs}`);
    const { digests, ms } = references[index];
    let killed = 0;
    // At most four kills a run, so that it gets on; then to its end.
    for (;;) {
      const isLast = killed === 4 || kills === wanted;
      const code = await runChild(shapes[index], out, isLast ? undefined : rng.nextF64() * ms);
      if (code === 0) break;
      if (code !== null) throw new Error(`a resumed run ended with ${code}`);
      killed++;
      kills++;
    }
    const made = digestsIn(out);
    const isSame = made.digests === digests;
    if (!isSame) differing++;
    if (made.keptBlocks > 0) goneOn++;
    console.log(
      `${JSON.stringify(shapes[index])}: ${killed} kills, ${made.keptBlocks} blocks kept, ` +
        (isSame ? 'the same bytes' : 'OTHER BYTES'),
    );
    rmSync(out, { recursive: true });
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
const seconds = Math.round((performance.now() - begun) / 1000);
console.log(
  `${kills} kills in ${runs} runs, ${goneOn} of which went on from blocks that were kept (seed ${values.seed}, ` +
    `${seconds} s): ${differing} with other bytes`,
);
process.exitCode = differing === 0 ? 0 : 1;

// How long the built program takes to verify a million interactions, and how much memory: nx run verify:bench
//
// A run of `movielens-like` with so many users that it has a million interactions, as Parquet and as CSV; `synth verify --quick` in a process of its
// own, the best of the rounds. With `--full` also all models, once. Ends with 1 over 10 seconds or 1 GB.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = 3;
const most = { seconds: 10, megabytes: 1000 };
const leastInteractions = 1_000_000;
const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = join(root, 'apps/cli/bin/synth.js');
const dir = mkdtempSync(join(os.tmpdir(), 'synth-verify-bench-'));

/** Runs the program; the process itself tells the most memory that it had, and its processor time. */
function timed(args) {
  const atExit =
    "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write(`\\nbench ${process.resourceUsage().maxRSS} ${user + system}\\n`); });";
  const began = process.hrtime.bigint();
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(atExit)}`, program, ...args],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const told = /bench (\d+) (\d+)/.exec(stderr);
  if (told === null || status > 1) throw new Error(`synth ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { stdout, seconds, megabytes: Number(told[1]) / 1024, processorSeconds: Number(told[2]) / 1e6 };
}

const rounded = (value, digits = 1) => Number(value.toFixed(digits));

try {
  const results = [];
  let ok = true;
  for (const format of ['parquet', 'csv']) {
    const run = join(dir, format);
    const options = ['--preset', 'movielens-like', '--users', '11200', '--seed', '1', '--format', format];
    timed(['simulate', 'interactions', ...options, '--out', run]);
    const what = [
      [`run, ${format}`, run],
      ...(format === 'csv' ? [['file, csv', join(run, 'interactions.csv')]] : []),
    ];
    for (const [name, path] of what) {
      const found = Array.from({ length: rounds }, () => timed(['verify', path, '--quick', '--json']));
      const best = found.reduce((one, other) => (other.seconds < one.seconds ? other : one));
      const report = JSON.parse(best.stdout);
      if (report.source.interactions < leastInteractions)
        throw new Error(`${report.source.interactions} interactions are no million`);
      const megabytes = Math.max(...found.map((one) => one.megabytes));
      ok &&= best.seconds < most.seconds && megabytes < most.megabytes;
      results.push({
        what: `--quick, ${name}`,
        interactions: report.source.interactions,
        seconds: rounded(best.seconds),
        processorSeconds: rounded(best.processorSeconds),
        peakMB: Math.round(megabytes),
        leftOut: report.leftOut.length,
      });
    }
    if (format === 'parquet' && process.argv.includes('--full')) {
      const { stdout, seconds, megabytes, processorSeconds } = timed(['verify', run, '--json']);
      const report = JSON.parse(stdout);
      results.push({
        what: `full, run, ${format}`,
        interactions: report.source.interactions,
        seconds: rounded(seconds),
        processorSeconds: rounded(processorSeconds),
        peakMB: Math.round(megabytes),
        leftOut: report.leftOut.map(({ name, why }) => `${name}: ${why}`).join('; '),
      });
    }
  }
  console.table(results);
  console.log(
    `node ${process.versions.node}, ${os.cpus()[0].model}, ${os.availableParallelism()} cores, load ${os.loadavg()[0].toFixed(1)}`,
  );
  if (!ok) {
    console.error(`over ${most.seconds} s or ${most.megabytes} MB`);
    process.exitCode = 1;
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

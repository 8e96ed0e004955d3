// How long the built program takes to verify a million interactions, how much memory, and how large the page is:
// nx run verify:bench
//
// A run of `movielens-like` with so many users that it has a million interactions, as Parquet and as CSV; `synth verify --quick` in a process of its
// own, the best of the rounds. With `--full` also all models, once. Ends with 1 where a bar is missed: 10 seconds, 1 GB, a page of 2 MB.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = 3;
const bars = { seconds: 10, peakMB: 1000, pageMB: 2 };
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
  return { stdout, seconds, peakMB: Number(told[1]) / 1024, processorSeconds: Number(told[2]) / 1e6 };
}

const rounded = (value, digits = 1) => Number(value.toFixed(digits));

/** A case as a row of the table; the report says how many interactions it was about. */
function rowOf(what, found) {
  const { interactions } = JSON.parse(found.stdout).source;
  if (interactions < leastInteractions) throw new Error(`${interactions} interactions are no million`);
  return {
    what,
    interactions,
    seconds: rounded(found.seconds),
    processorSeconds: rounded(found.processorSeconds),
    peakMB: Math.round(found.peakMB),
  };
}

/** Checks figures against their bars; returns how much of the bar each takes, and keeps what is over. */
const missed = [];
function held(what, figures) {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => {
      if (!(value < bars[name]))
        missed.push(`${what}: ${name} ${rounded(value, 2)}, the bar is ${bars[name]}`);
      return [`${name} by its bar`, rounded(value / bars[name], 2)];
    }),
  );
}

try {
  const results = [];
  for (const format of ['parquet', 'csv']) {
    const run = join(dir, format);
    const options = ['--preset', 'movielens-like', '--users', '11200', '--seed', '1', '--format', format];
    timed(['simulate', 'interactions', ...options, '--out', run]);
    const cases = [
      [`run, ${format}`, run],
      ...(format === 'csv' ? [['file, csv', join(run, 'interactions.csv')]] : []),
    ];
    for (const [name, path] of cases) {
      const what = `--quick, ${name}`;
      const found = Array.from({ length: rounds }, () => timed(['verify', path, '--quick', '--json']));
      const best = found.reduce((one, other) => (other.seconds < one.seconds ? other : one));
      const peakMB = Math.max(...found.map((one) => one.peakMB));
      results.push({
        ...rowOf(what, { ...best, peakMB }),
        ...held(what, { seconds: best.seconds, peakMB }),
      });
    }
    if (format !== 'parquet') continue;
    const page = join(dir, 'report.html');
    const full = process.argv.includes('--full');
    const what = full ? 'all models, with the page' : '--quick, with the page';
    const found = timed(['verify', run, '--json', '--html', page, ...(full ? [] : ['--quick'])]);
    const pageMB = statSync(page).size / 1e6;
    results.push({ ...rowOf(what, found), pageMB: rounded(pageMB, 2), ...held(what, { pageMB }) });
    for (const { name, why } of JSON.parse(found.stdout).leftOut)
      console.log(`${what}: ${name} was left out: ${why}`);
  }
  console.table(results);
  console.log(
    `node ${process.versions.node}, ${os.cpus()[0].model}, ${os.availableParallelism()} cores, load ${os.loadavg()[0].toFixed(1)}`,
  );
  for (const one of missed) console.error(`missed: ${one}`);
  if (missed.length > 0) process.exitCode = 1;
} finally {
  rmSync(dir, { recursive: true, force: true });
}

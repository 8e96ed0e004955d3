// The run engine beside DuckDB's COPY, in one run, both timed to closed and synced files.
//
//   node packages/io/bench/run.bench.mjs [--millions 20] [--rounds 3]
//
// Each side takes its turn in every round; the figures are medians, and the ratios are of the same round's medians. Ends
// with 1 when a bar is missed, that of 512 MB for the memory of each of our processes among them.
import { execFile } from 'node:child_process';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';

const { values } = parseArgs({
  options: { millions: { type: 'string', default: '20' }, rounds: { type: 'string', default: '3' } },
});
const millions = Number(values.millions);
const rounds = Number(values.rounds);
const users = 50_000 * millions;
const items = 100_000;
const home = mkdtempSync(join(tmpdir(), 'run-bench-'));
const child = fileURLToPath(new URL('./run-once.mjs', import.meta.url));

const config = {
  preset: 'movielens-like',
  users,
  items,
  // 20 interactions a user.
  interactionRate: 20 / items,
  minUserInteractions: 1,
  sessionIds: false,
  plays: null,
};

/** One run in a process of its own. */
async function engine(options, folder = 'out') {
  const out = join(home, folder);
  rmSync(out, { recursive: true, force: true });
  const text = JSON.stringify({ config, tables: ['interactions'], ...options });
  const { stdout } = await promisify(execFile)(process.execPath, [child, out, text]);
  return JSON.parse(stdout);
}

/** Two runs of one worker at once, which share nothing: what two processors give each of them. */
async function twoEngines() {
  const runs = await Promise.all(
    ['out', 'other'].map((folder) => engine({ formats: ['csv'], workers: 1 }, folder)),
  );
  rmSync(join(home, 'other'), { recursive: true, force: true });
  return {
    rows: runs[0].rows + runs[1].rows,
    milliseconds: Math.max(...runs.map(({ milliseconds }) => milliseconds)),
  };
}

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const duckdb = await instance.connect();

/** A COPY, timed until the file is on the disk, as a run's are. */
async function copy(sql, isOrdered) {
  await duckdb.run(`SET preserve_insertion_order = ${isOrdered}`);
  const path = join(home, 'copy');
  rmSync(path, { recursive: true, force: true });
  const begun = performance.now();
  await duckdb.run(sql(path));
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
  return { rows: millions * 1e6, milliseconds: performance.now() - begun };
}

const randomColumns = `SELECT 'u' || lpad((random() * ${users})::INT::VARCHAR, 7, '0') AS user_id,
  'i' || lpad((random() * ${items})::INT::VARCHAR, 7, '0') AS item_id,
  TIMESTAMPTZ '2024-01-01 00:00:00+00' + to_milliseconds((random() * 7776000000)::BIGINT) AS timestamp
  FROM range(${millions * 1e6})`;

const asCsv = "(FORMAT csv, HEADER, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%gZ')";
const sources = { 'a ready table': 'ready', 'random columns': `(${randomColumns})` };
const targets = {
  csv: asCsv,
  'parquet snappy': '(FORMAT parquet, COMPRESSION snappy)',
  'parquet plain': '(FORMAT parquet, COMPRESSION uncompressed)',
};

const sides = new Map([
  ['csv, 1 worker', () => engine({ formats: ['csv'], workers: 1 })],
  ['csv, two runs of 1 worker at once', twoEngines],
  ['csv, 2 workers', () => engine({ formats: ['csv'], workers: 2 })],
  ['csv, 2 workers, 16 parts', () => engine({ formats: ['csv'], workers: 2, parts: 16 })],
  ['jsonl, 1 worker', () => engine({ formats: ['jsonl'], workers: 1 })],
  ['parquet, 1 worker', () => engine({ formats: ['parquet'], workers: 1 })],
  ['parquet, 2 workers', () => engine({ formats: ['parquet'], workers: 2 })],
  ['parquet, 2 workers, 16 parts', () => engine({ formats: ['parquet'], workers: 2, parts: 16 })],
]);
for (const [target, form] of Object.entries(targets)) {
  for (const [source, from] of Object.entries(sources)) {
    for (const isOrdered of [true, false]) {
      const name = `DuckDB ${target} of ${source}${isOrdered ? '' : ', any order'}`;
      sides.set(name, () => copy((path) => `COPY ${from} TO '${path}' ${form}`, isOrdered));
    }
  }
}

const results = new Map([...sides.keys()].map((name) => [name, []]));
try {
  console.log(
    `${millions} M rows · ${cpus()[0]?.model} · ${availableParallelism()} cores · Node ${process.versions.node} · load ${loadavg()[0].toFixed(1)}`,
  );
  await duckdb.run("SET TimeZone = 'UTC'");
  await duckdb.run(`CREATE TABLE ready AS ${randomColumns}`);
  for (let round = 0; round < rounds; round++) {
    for (const [name, side] of sides) results.get(name).push(await side());
  }
} finally {
  duckdb.closeSync();
  rmSync(home, { recursive: true, force: true });
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const rate = (name) => median(results.get(name).map(({ rows, milliseconds }) => rows / milliseconds / 1000));

/** The most of all rounds; of DuckDB nothing is known. */
const peakOf = (rounds) => Math.max(...rounds.map(({ peakMegabytes = 0 }) => peakMegabytes));

for (const [name, rounds] of results) {
  const memory = peakOf(rounds) === 0 ? '' : `   peak ${peakOf(rounds)} MB`;
  console.log(`${name.padEnd(48)} ${rate(name).toFixed(2).padStart(6)} M rows/s${memory}`);
}
const digests = ['csv, 1 worker', 'csv, 2 workers'].map((name) => results.get(name)[0].digests.join());
console.log(`the same sha256 for 1 and 2 workers: ${digests[0] === digests[1]}`);
const bars = [
  ['csv, 2 workers', 'DuckDB csv of a ready table', 1.5],
  ['csv, 2 workers', 'DuckDB csv of random columns', 2.5],
  ['parquet, 2 workers', 'DuckDB parquet snappy of random columns', 1],
  ['parquet, 2 workers', 'DuckDB parquet plain of random columns', 2],
  ['csv, 2 workers', 'csv, 1 worker', 1.4],
];
let missed = digests[0] === digests[1] ? 0 : 1;
function judge(text, value, bar, note = '') {
  if (value < bar) missed++;
  console.log(`${text}: ${value.toFixed(2)} (bar ${bar.toFixed(2)}${note}${value < bar ? ', missed' : ''})`);
}
for (const [ours, theirs, bar] of bars) judge(`${ours} / ${theirs}`, rate(ours) / rate(theirs), bar);
// What the cores give at the most: two runs that have nothing in common.
const limit = rate('csv, two runs of 1 worker at once') / rate('csv, 1 worker');
judge(
  'csv, 2 workers, 16 parts / csv, 1 worker',
  rate('csv, 2 workers, 16 parts') / rate('csv, 1 worker'),
  1.7,
  `; two runs of 1 worker at once reach ${limit.toFixed(2)}`,
);
judge('jsonl, 1 worker, M rows/s a core', rate('jsonl, 1 worker'), 2);
const peak = Math.max(...[...results.values()].map(peakOf));
if (peak > 512) missed++;
console.log(`peak memory: ${peak} MB (bar 512${peak > 512 ? ', missed' : ''})`);
process.exitCode = missed === 0 ? 0 : 1;

// A run into PostgreSQL by COPY beside drizzle-seed, which inserts, on the same table of the same server.
//
//   node packages/io/bench/postgres.bench.mjs [--rows 1e6] [--rounds 3] [--write]
//
// Brings a fresh server of Debian's package, which root installs where it is missing. Both sides make as many rows (ours
// within a few in a hundred: users draw how many they have) into the same empty table with its primary key, and are timed
// until the last row is committed; drizzle-seed's strings are as short as its generator makes them. --write puts the
// figures into docs/benchmarks.md. Ends with 1 below ten times drizzle-seed's rows/s.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { seed } from 'drizzle-seed';
import pg from 'pg';
import { run } from '@synth/io';
import { openPostgresSink } from '@synth/io/postgres';
import { postgres } from '../../../tools/servers/postgres.mjs';
import { interactionsDataset } from './interactions-dataset.mjs';
import { writeSection } from './write-section.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1e6' },
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
});
const rows = Number(values.rows);
const rounds = Number(values.rounds);

function install() {
  if (process.getuid?.() !== 0) return;
  console.log('no PostgreSQL here: installing it');
  spawnSync('apt-get', ['install', '-y', '-qq', 'postgresql'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function server() {
  const found = await postgres();
  if (found !== undefined) return found;
  install();
  return postgres();
}

const started = await server();
if (started === undefined) {
  console.error('NOT RUN  no PostgreSQL on this machine: apt-get install postgresql');
  process.exit(1);
}
const home = mkdtempSync(join(tmpdir(), 'postgres-bench-'));
const client = new pg.Client({ connectionString: started.url });
client.on('error', () => undefined);

const config = {
  preset: 'movielens-like',
  users: Math.round(rows / 20),
  items: 20_000,
  // 20 interactions a user.
  interactionRate: 20 / 20_000,
  minUserInteractions: 1,
  sessionIds: false,
  plays: null,
};
const interactions = pgTable('interactions', {
  user_id: text().notNull(),
  item_id: text().notNull(),
  timestamp: timestamp({ withTimezone: true, precision: 3 }).notNull(),
});

const count = async () => Number((await client.query('select count(*) from interactions')).rows[0].count);

/** Work on an empty table: the rows that are there after it, and how many a second. */
async function timed(work) {
  await client.query('truncate interactions');
  await client.query('checkpoint');
  const begun = performance.now();
  await work();
  const seconds = (performance.now() - begun) / 1000;
  const made = await count();
  if (Math.abs(made / rows - 1) > 0.1) throw new Error(`${made} rows, not ${rows}`);
  return { rows: made, rate: made / seconds };
}

async function ours(onConflict) {
  const out = join(home, 'out');
  const sink = await openPostgresSink({ url: started.url, onConflict });
  await run({
    dataset: interactionsDataset,
    config,
    out,
    formats: [],
    tables: ['interactions'],
    sinks: [sink],
    overwrite: true,
  });
}

async function drizzleSeed() {
  await seed(drizzle(client), { interactions }, { count: rows }).refine((f) => ({
    interactions: {
      columns: {
        user_id: f.string(),
        item_id: f.string(),
        timestamp: f.timestamp(),
      },
    },
  }));
}

const figure = (rate) => Math.round(rate).toLocaleString('en-GB');
const sides = [
  ['COPY into the table (onConflict: fail)', () => ours('fail')],
  ['COPY and merge by key (onConflict: update)', () => ours('update')],
  ['drizzle-seed', drizzleSeed],
];
const results = sides.map(() => []);
try {
  await client.connect();
  // The table as the sink makes it, with its primary key.
  const maker = await openPostgresSink({ url: started.url });
  const tables = interactionsDataset.tables(interactionsDataset.config.parse(config), {});
  await maker.open(tables.filter(({ name }) => name === 'interactions'));
  await maker.close();
  for (let round = 0; round < rounds; round++) {
    for (const [index, [, side]] of sides.entries()) results[index].push(await timed(side));
  }
} finally {
  await client.end();
  await started.stop();
  rmSync(home, { recursive: true, force: true });
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const rates = results.map((rounds) => median(rounds.map(({ rate }) => rate)));
const reference = rates[2];
const lines = sides.map(([name], index) => [
  name,
  figure(results[index][0].rows),
  figure(rates[index]),
  `${(rates[index] / reference).toFixed(1)}x`,
]);
const machine = `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(0)}, Node ${process.versions.node}`;
console.log(machine);
for (const line of lines) console.log(line.join('   '));
const ratio = rates[0] / reference;
console.log(`COPY / drizzle-seed: ${ratio.toFixed(1)} (bar 10)`);
if (values.write) {
  await writeSection('PostgreSQL: `nx run io:bench:postgres`', [
    `${machine}. The interactions table with its primary key, emptied before each run, in one fresh PostgreSQL without fsync; drizzle-seed 0.3.1; ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`}.`,
    '',
    '| side | rows | rows/s | of drizzle-seed |',
    '| --- | ---: | ---: | ---: |',
    ...lines.map((line) => `| ${line.join(' | ')} |`),
    '',
    `Bar: 10x. ${ratio >= 10 ? 'Met.' : 'Missed.'}`,
  ]);
}
process.exitCode = ratio >= 10 ? 0 : 1;

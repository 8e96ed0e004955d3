// What a row costs in a very large run beside one of a million rows, the memory it takes, and a plan of ten times more.
//
//   node packages/io/bench/large.bench.mjs [--rows 1e8] [--format csv] [--workers 2] [--rounds 3] [--folder DIR] [--write]
//
// Both run in processes of their own, to closed and synced files that are removed again: 1e8 rows of CSV are 5 GB. The
// small run is taken before and after the large one. A process that starts up and prepares costs the small run a good
// part of its time, so each row of the small run carries more of it: the cost of a further row, from a run of a tenth to
// the large one, is told beside. Ends with 1 when a row costs over 1.15 times as much as in the small run, or a further
// row as in the first tenth, the memory's peak is over 512 MB, or the plan takes over ten seconds.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeSection } from './write-section.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1e8' },
    format: { type: 'string', default: 'csv' },
    workers: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string', default: tmpdir() },
    write: { type: 'boolean', default: false },
  },
});
const [large, workers, rounds] = [values.rows, values.workers, values.rounds].map(Number);
const small = 1e6;
const items = 100_000;
const child = fileURLToPath(new URL('./run-once.mjs', import.meta.url));

const { bavail, bsize } = await statfs(values.folder);
const needed = large * 60;
if (bavail * bsize < needed) {
  console.error(
    `NOT RUN  ${values.folder} has ${gigabytes(bavail * bsize)}, and ${gigabytes(needed)} are needed`,
  );
  process.exit(1);
}
const home = mkdtempSync(join(values.folder, 'large-bench-'));

function gigabytes(bytes) {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

function once(rows, more = {}) {
  const out = join(home, 'out');
  const config = {
    preset: 'movielens-like',
    users: Math.round(rows / 20),
    items,
    // 20 interactions a user.
    interactionRate: 20 / items,
    minUserInteractions: 1,
    sessionIds: false,
    plays: null,
  };
  const options = { config, formats: [values.format], tables: ['interactions'], workers, ...more };
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, out, JSON.stringify(options)], {
    encoding: 'utf8',
  });
  const milliseconds = performance.now() - begun;
  if (status !== 0) throw new Error(stderr);
  rmSync(out, { recursive: true, force: true });
  const facts = JSON.parse(stdout);
  return {
    ...facts,
    wall: (milliseconds / facts.rows) * 1e6,
    cpu: (facts.cpuMilliseconds / facts.rows) * 1e6,
  };
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const table = [];
const told = (name, { rows, bytes, wall, cpu, peakMegabytes }) => {
  const row = [
    name,
    rows.toLocaleString('en-GB'),
    gigabytes(bytes),
    wall.toFixed(0),
    cpu.toFixed(0),
    peakMegabytes,
  ];
  table.push(row);
  console.log(row.join('   '));
};
const smalls = [];
const takeSmall = () => {
  for (let round = 0; round < rounds; round++) smalls.push(once(small));
};
let tenth;
let big;
let plan;
console.log('run   rows   bytes   ns a row   CPU ns a row   peak MB');
try {
  takeSmall();
  tenth = once(large / 10);
  big = once(large);
  takeSmall();
  plan = once(10 * large, { dryRun: true });
} finally {
  rmSync(home, { recursive: true, force: true });
}
const middle = {
  ...smalls[0],
  wall: median(smalls.map(({ wall }) => wall)),
  cpu: median(smalls.map(({ cpu }) => cpu)),
  peakMegabytes: Math.max(...smalls.map(({ peakMegabytes }) => peakMegabytes)),
};
told('small', middle);
told('a tenth', tenth);
told('large', big);
/** What a row costs of those that one run has beyond another. */
const further = (from, to, cost) => (to[cost] * to.rows - from[cost] * from.rows) / (to.rows - from.rows);
const early = { wall: further(middle, tenth, 'wall'), cpu: further(middle, tenth, 'cpu') };
const late = { wall: further(tenth, big, 'wall'), cpu: further(tenth, big, 'cpu') };
const marginal = late.wall / early.wall;
const ratio = big.wall / middle.wall;
const planned = plan.milliseconds / 1000;
console.log(
  `a row costs ${ratio.toFixed(2)} times as much (CPU ${(big.cpu / middle.cpu).toFixed(2)}; bar 1.15)`,
);
const furtherText =
  `a further row takes ${early.wall.toFixed(0)} ns up to a tenth of the large run, ${late.wall.toFixed(0)} ns beyond ` +
  `(${marginal.toFixed(2)} times as much; CPU ${(late.cpu / early.cpu).toFixed(2)})`;
console.log(furtherText);
console.log(`peak memory ${big.peakMegabytes} MB (bar 512)`);
console.log(
  `${plan.rows.toLocaleString('en-GB')} rows planned in ${planned.toFixed(1)} s, ${plan.peakMegabytes} MB`,
);
if (values.write) {
  const machine = `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(0)}, Node ${process.versions.node}`;
  await writeSection('Large runs: `nx run io:bench:large`', [
    `${machine}. Interactions of the movielens-like preset over 100,000 items to ${values.format}, ${workers} workers; whole processes, from the start of Node to closed and synced files.`,
    '',
    '| run | rows | bytes | ns a row | CPU ns a row | peak MB |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...table.map((row) => `| ${row.join(' | ')} |`),
    '',
    `A row of the large run costs ${ratio.toFixed(2)} times one of the small (bar: 1.15), with a peak of ${big.peakMegabytes} MB (bar: 512). ` +
      `The start of a process is in both, and weighs most in the small one; ${furtherText}. ` +
      `${plan.rows.toLocaleString('en-GB')} rows are planned by \`--dry-run\` in ${planned.toFixed(1)} s.`,
  ]);
}
process.exitCode = ratio <= 1.15 && marginal <= 1.15 && big.peakMegabytes <= 512 && planned <= 10 ? 0 : 1;

// Speed of the generator on the built package, beside the plain algorithm, in one run: nx run interactions:bench
// Rounds of the contenders take turns; the best round of each counts. Exits with 1 when a bar is missed.
import os from 'node:os';
import { interactions } from '@synth/interactions';
import { plainInteractions } from './plain.mjs';

const rounds = 5;

/** A contender that makes all interactions of a configuration, columns in batches, and counts them. */
function generator(options) {
  const data = interactions(options);
  data.batches('interactions', { entities: [0, 1] }).next();
  return () => {
    let rows = 0;
    for (const batch of data.batches('interactions')) rows += batch.rows;
    return rows;
  };
}

const standard = { preset: 'standard', maxUserInteractions: 50 };
const contenders = {
  'plain algorithm, 3,881 items x 60 users': () =>
    plainInteractions({ users: 60, items: 3881, seed: 1 }).length,
  'standard, 3,881 items x 1,129 users': generator({ ...standard, items: 3881, users: 1129 }),
  'standard, 3,881 items x 100,000 users': generator({ ...standard, items: 3881, users: 100_000 }),
  'standard, 100,000 items x 100,000 users': generator({ ...standard, items: 100_000, users: 100_000 }),
  'movielens-like, 1,682 items x 20,000 users': generator({ preset: 'movielens-like', users: 20_000 }),
  'heaviest: 450 of 1,682 items x 4,000 users': generator({
    preset: 'movielens-like',
    users: 4000,
    minUserInteractions: 450,
    maxUserInteractions: 450,
  }),
};

const best = {};
for (let round = 0; round < rounds; round++) {
  for (const [name, contender] of Object.entries(contenders)) {
    globalThis.gc?.();
    const start = process.hrtime.bigint();
    const rows = contender();
    const ns = Number(process.hrtime.bigint() - start) / rows;
    if (!(best[name]?.ns <= ns)) best[name] = { rows, ns };
  }
}

const nsOf = (name) => best[name].ns;
const [plain, small, wide, large] = Object.keys(contenders);
const bars = [
  {
    bar: 'at 3,881 items x 1,129 users at least 50x the rows/s of the plain algorithm',
    value: nsOf(plain) / nsOf(small),
    met: nsOf(plain) / nsOf(small) >= 50,
  },
  {
    bar: 'an interaction at 100,000 items costs at most 1.5x one at 3,881',
    value: nsOf(large) / nsOf(wide),
    met: nsOf(large) / nsOf(wide) <= 1.5,
  },
];

const report = {
  node: process.versions.node,
  cpu: os.cpus()[0].model,
  cores: os.cpus().length,
  load: os.loadavg()[0],
  results: Object.entries(best).map(([name, { rows, ns }]) => ({
    name,
    rows,
    nsPerRow: Number(ns.toFixed(1)),
  })),
  bars: bars.map(({ bar, value, met }) => ({ bar, value: Number(value.toFixed(2)), met })),
};
console.table(report.results);
console.table(report.bars);
console.log(JSON.stringify(report));
if (!bars.every(({ met }) => met)) process.exitCode = 1;

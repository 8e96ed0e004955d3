// Speed of evaluation on the built package, at the size of MovieLens 100K and of a sparse catalogue of 61,000 items:
// nx run interactions:bench. The best of the rounds counts.
import os from 'node:os';
import { cfViability, interactions, split } from '@synth/interactions';
import {
  calibration,
  degreePreservingShuffle,
  evaluate,
  itemKnn,
  liftOverPopularity,
  spectralRatio,
  topPop,
  userKnn,
} from '@synth/interactions/evaluate';

const rounds = 3;

const worlds = {
  'movielens-like': interactions({ preset: 'movielens-like', seed: 1 }),
  'music-streaming-like': interactions({ preset: 'music-streaming-like', seed: 1 }),
};

const tasks = {
  'P01 and P02: TopPop, ItemKNN, shuffle': (data) => liftOverPopularity(data.matrix()),
  'T01-T14': (data) => calibration(data.matrix()),
  'spectral ratio': (data) => spectralRatio(data.matrix()),
  'degree-preserving shuffle': (data) => degreePreservingShuffle(data.matrix()),
  'random split': (data) => split(data.matrix()),
  TopPop: (data) => evaluate({ matrix: data.matrix(), recommenders: [topPop()] }),
  ItemKNN: (data) => evaluate({ matrix: data.matrix(), recommenders: [itemKnn()] }),
  UserKNN: (data) => evaluate({ matrix: data.matrix(), recommenders: [userKnn()] }),
  cfViability: (data) => cfViability(data),
};

const results = [];
for (const [world, data] of Object.entries(worlds)) {
  const { rows, cols, indices } = data.matrix();
  console.log(`${world}: ${rows} users x ${cols} items, ${indices.length} interactions`);
  for (const [task, run] of Object.entries(tasks)) {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round++) {
      globalThis.gc?.();
      const start = process.hrtime.bigint();
      run(data);
      best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
    }
    results.push({ world, task, ms: Math.round(best) });
  }
  for (const from of ['uniform', 'popularity', 'impressions', 'hard']) {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round++) {
      globalThis.gc?.();
      const start = process.hrtime.bigint();
      let events = 0;
      for (const batch of data.events({ negatives: { from } }).batches()) events += batch.rows;
      best = Math.min(best, Number(process.hrtime.bigint() - start) / events);
    }
    results.push({ world, task: `events, negatives ${from}`, nsPerRow: Math.round(best) });
  }
}
console.table(results);
console.log(
  `node ${process.versions.node}, ${os.cpus()[0].model}, ${os.cpus().length} cores, load ${os.loadavg()[0]}`,
);

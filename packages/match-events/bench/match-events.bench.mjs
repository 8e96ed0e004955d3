// Events of a million travellers as JSON Lines, by the built packages and two workers: nx run match-events:bench
// Each run is a process of its own, so that its peak of memory is its own. Exits with 1 when a bar is missed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = 3;
const leastPerSecond = 300_000;
const mostGrowth = 1.5;

const child = fileURLToPath(new URL('./run-once.mjs', import.meta.url));
const home = mkdtempSync(join(os.tmpdir(), 'match-bench-'));

/** One run; `supply` alone is what settling costs: one event. */
function once(config, workers) {
  const out = join(home, 'out');
  rmSync(out, { recursive: true, force: true });
  const options = JSON.stringify({ config: { seed: 1, ...config }, workers });
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, out, options], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const users = 1_000_000;
const runs = {
  '1,000,000 events, 2 workers': () => once({ users, count: 1_000_000 }, 2),
  '1,000,000 events, 1 worker': () => once({ users, count: 1_000_000 }, 1),
  '100,000 events, 2 workers': () => once({ users, count: 100_000 }, 2),
  '1 event: people and the estimate of the supply': () => once({ users, count: 1 }, 1),
};

const best = {};
try {
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const result = run();
      if (!(best[name]?.milliseconds <= result.milliseconds)) best[name] = result;
    }
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

const [million, single, fewer] = Object.keys(runs).map((name) => best[name]);
const perSecond = Math.round((million.events / million.milliseconds) * 1000);
const growth = Number((million.peakMegabytes / fewer.peakMegabytes).toFixed(2));
const bars = [
  {
    bar: `at least ${leastPerSecond} events/s, 2 workers`,
    value: perSecond,
    met: perSecond >= leastPerSecond,
  },
  {
    bar: `ten times the events: at most ${mostGrowth}x the memory`,
    value: growth,
    met: growth <= mostGrowth,
  },
  {
    bar: 'the same bytes of 1 and 2 workers',
    value: million.digests.join(),
    met: million.digests.join() === single.digests.join(),
  },
];
console.table(
  Object.entries(best).map(([name, { events, milliseconds, cpuMilliseconds, peakMegabytes }]) => ({
    name,
    events,
    milliseconds,
    cpuMilliseconds,
    peakMegabytes,
  })),
);
console.table(bars);
console.log(
  `node ${process.versions.node}, ${os.cpus()[0].model}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}`,
);
if (!bars.every(({ met }) => met)) process.exitCode = 1;

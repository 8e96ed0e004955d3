// One run of the built packages in a process of its own, for the bench beside it.
//
//   node packages/match-events/bench/run-once.mjs OUT '{"config":{...},"workers":2}'
//
// Prints one line of JSON: events, bytes, milliseconds, CPU, peak memory, digests.
import { matchDataset } from '@synth/match-events';

const { formatsByName, run } = await import(new URL('../../io/dist/index.js', import.meta.url).href);

const [out, text] = process.argv.slice(2);
const options = JSON.parse(text);

const begun = performance.now();
const result = await run({
  dataset: matchDataset,
  formats: formatsByName(['jsonl']).map((format) => ({ format })),
  tables: ['match_events_synthetic'],
  out,
  ...options,
});
const milliseconds = performance.now() - begun;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    workers: result.workers,
    events: result.rows.match_events_synthetic,
    bytes: result.bytes,
    milliseconds: Math.round(milliseconds),
    cpuMilliseconds: Math.round((userCPUTime + systemCPUTime) / 1000),
    peakMegabytes: Math.round(maxRSS / 1024),
    digests: result.files?.map(({ path, sha256 }) => `${path} ${sha256}`),
  }),
);
process.exitCode = result.status === 'complete' ? 0 : 1;

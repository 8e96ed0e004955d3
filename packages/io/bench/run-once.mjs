// One run of the built packages in a process of its own, for the other scripts of this folder.
//
//   node packages/io/bench/run-once.mjs OUT '{"config":{...},"formats":["csv"],"workers":2,...}'
//
// Prints one line of JSON: rows, bytes, milliseconds, CPU, peak memory, digests.
import { existsSync, readFileSync } from 'node:fs';
import { formatsByName, run } from '@synth/io';
import { interactionsDataset } from './interactions-dataset.mjs';

const [out, text] = process.argv.slice(2);
const { formats, ...options } = JSON.parse(text);

const begun = performance.now();
const result = await run({
  dataset: interactionsDataset,
  formats: formatsByName(formats).map((format) => ({ format })),
  out,
  ...options,
});
const milliseconds = performance.now() - begun;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
// Linux counts what the process that started this one had; the peak of this one alone stands in /proc.
const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? maxRSS);
console.log(
  JSON.stringify({
    status: result.status,
    workers: result.workers,
    rows: Object.values(result.rows).reduce((sum, count) => sum + count, 0),
    bytes: result.bytes,
    milliseconds: Math.round(milliseconds),
    cpuMilliseconds: Math.round((userCPUTime + systemCPUTime) / 1000),
    peakMegabytes: Math.round(peak / 1024),
    digests: result.files?.map(({ path, sha256 }) => `${path} ${sha256}`),
  }),
);
process.exitCode = result.status === 'interrupted' ? 1 : 0;

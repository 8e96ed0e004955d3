// Prints a digest of the draws of every distribution, to the last bit: the same on every Node, and the same as
// draws.json beside this file (`--write` renews it). Needs a build.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import * as core from '@synth/core';

const samplers = JSON.parse(readFileSync(new URL('../samplers.json', import.meta.url), 'utf8'));
const values = 20_000;

const digests = {};
for (const { make, params } of samplers) {
  const sampler = core[make](params);
  const rng = core.streams({ seed: 'engines', dataset: 'engines' }).stream(make).at(1);
  const drawn = sampler.fill(rng, new Float64Array(values * (sampler.dimension ?? 1)));
  const moments = Float64Array.from([sampler.mean, sampler.variance].flat());
  digests[`${make} ${JSON.stringify(params)}`] = createHash('sha256')
    .update(new Uint8Array(drawn.buffer))
    .update(new Uint8Array(moments.buffer))
    .digest('hex');
}

const golden = new URL('draws.json', import.meta.url);
if (process.argv.includes('--write')) writeFileSync(golden, `${JSON.stringify(digests, null, 2)}\n`);
const expected = JSON.parse(readFileSync(golden, 'utf8'));
for (const [name, digest] of Object.entries(digests)) {
  console.log(`${digest}  ${name}`);
  if (expected[name] === digest) continue;
  console.error(`${name}: expected ${expected[name]}`);
  process.exitCode = 1;
}

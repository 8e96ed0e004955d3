// Writes draws of many streams to stdout without end, for external batteries, 32-bit words in little-endian order:
//   node packages/core/bench/randomness.mjs entities | RNG_test stdin32
//   node packages/core/bench/randomness.mjs first    | dieharder -g 200 -a
// Modes: entities  one draw from each of 2^20 consecutive entities, then the next draw of each (the default)
//        first     only the first draw of the entities 0, 1, 2, ...
//        names     one draw from each of 16 streams of an entity, then those of the next entity
//        seeds     one draw of entity 0 from each of 1,024 seeds, then the next draw of each
// A second argument is the seed. Needs a build. Ends when the reader does.
import { once } from 'node:events';
import { rngFromState, streams } from '@synth/core';

const [mode = 'entities', seed = 'randomness'] = process.argv.slice(2);
const words = 65_536;

const open = (one, name) => streams({ seed: one, dataset: 'randomness' }).stream(name);

/** One draw of each generator in turn; four words of state each, in one array. */
function interleaved(count, at) {
  const states = new Int32Array(4 * count);
  for (let i = 0; i < count; i++) states.set(at(i).getState(), 4 * i);
  const rng = rngFromState([0, 0, 0, 0]);
  let i = 0;
  return () => {
    const place = 4 * i;
    i = i + 1 === count ? 0 : i + 1;
    rng.setState([states[place], states[place + 1], states[place + 2], states[place + 3]]);
    const word = rng.nextI32();
    states.set(rng.getState(), place);
    return word;
  };
}

const modes = {
  entities() {
    const stream = open(seed, 'entities');
    return interleaved(1_048_576, (entity) => stream.at(entity));
  },
  first() {
    const stream = open(seed, 'first');
    const rng = stream.at(0);
    let entity = 0;
    return () => stream.at(entity++, rng).nextI32();
  },
  names() {
    const all = Array.from({ length: 16 }, (_, i) => open(seed, `stream ${i}`));
    const rng = all[0].at(0);
    let turn = 0;
    return () => {
      const entity = Math.floor(turn / 16);
      return all[turn++ % 16].at(entity, rng).nextI32();
    };
  },
  seeds: () => interleaved(1024, (i) => open(`${seed} ${i}`, 'seeds').at(0)),
};

if (modes[mode] === undefined) {
  console.error(`no mode ${mode}: ${Object.keys(modes).join(', ')}`);
  process.exit(2);
}
// A battery that has seen enough closes the pipe.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const next = modes[mode]();
for (;;) {
  const buffer = Buffer.allocUnsafe(4 * words);
  for (let i = 0; i < words; i++) buffer.writeInt32LE(next(), 4 * i);
  if (!process.stdout.write(buffer)) await once(process.stdout, 'drain');
}

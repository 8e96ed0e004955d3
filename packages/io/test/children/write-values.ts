import { streams } from '@synth/core';
import { fileStore } from '../../src/file-store';

// One of several processes on one store: <folder> <operations> <seed>. Prints how many values it read, and how many torn.
const [folder = '', operations = '0', seed = ''] = process.argv.slice(2);

const store = fileStore({ folder });
const rng = streams({ seed, dataset: 'io-tests' }).stream('operations').at(0);
let [read, torn] = [0, 0];
for (let i = 0; i < Number(operations); i++) {
  const key = `shared/${Math.floor(rng.nextF64() * 5)}`;
  // Of very different lengths, each of one letter: a torn one would show.
  const letter = 97 + Math.floor(rng.nextF64() * 26);
  await store.set(key, new Uint8Array(1 + Math.floor(rng.nextF64() * 20_000)).fill(letter));
  const value = await store.get(`shared/${Math.floor(rng.nextF64() * 5)}`);
  if (value === undefined) continue;
  read++;
  if (value.length === 0 || !value.every((unit) => unit === value[0])) torn++;
}
process.stdout.write(JSON.stringify({ read, torn }));

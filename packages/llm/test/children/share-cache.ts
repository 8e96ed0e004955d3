import { streams } from '@synth/core';
import { answerCache, generateText } from '../../src';
import { readAnswer } from '../../src/store/answer-record';
import { scriptedModel } from '../../src/testing';
import { fileStore } from '../file-store';

// One of two processes on one cache: <folder> <operations> <seed>. Prints what it saw.
const [folder = '', operations = '0', seed = ''] = process.argv.slice(2);

const store = fileStore(folder);
const rng = streams({ seed, dataset: 'llm-tests' }).stream('operations').at(0);
// Entries hold for a moment only, so that both processes write all the time.
const cache = answerCache({ store, ttlMs: 5, process: seed });
// Answers of very different lengths: a torn one would show.
const model = cache.middleware(
  scriptedModel(({ messages }) => messages[0]!.text.repeat(1 + Math.floor(rng.nextF64() * 4000))),
);
let [read, torn, wrong] = [0, 0, 0];
for (let i = 0; i < Number(operations); i++) {
  const prompt = `prompt ${Math.floor(rng.nextF64() * 12)};`;
  const { text } = await generateText({ model, prompt });
  if (text.replaceAll(prompt, '') !== '') wrong++;
  if (i % 5 !== 0) continue;
  for await (const key of store.list('answers/')) {
    if ((await store.get(key)) === undefined) continue;
    read++;
    if ((await readAnswer(store, key, 'cache')) === undefined) torn++;
  }
}
const { hits, misses } = await cache.stats();
process.stdout.write(JSON.stringify({ read, torn, wrong, hits, misses }));

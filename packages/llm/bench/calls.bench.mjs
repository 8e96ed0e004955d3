// What the middleware costs and how fast offline answers are, on the built package: nx run llm:bench. The best of the
// rounds counts.
import os from 'node:os';
import { z } from 'zod';
import {
  answerCache,
  embed,
  estimateTokens,
  generateObject,
  generateText,
  guardModels,
  memoryStore,
  offlineEmbeddingModel,
  offlineModel,
  openLedger,
  requestKey,
} from '@synth/llm';

const rounds = 5;
const asOf = '2026-11-10';
const prices = [{ provider: 'scripted', model: 'script', input: 1, output: 1, asOf, source: 'a bench' }];
const system = 'You are a shopper. Answer in one sentence. '.repeat(4);
const promptOf = (i) =>
  `Product ${i}: a kettle of steel, 1.7 litres, quiet, with a filter. What do you say? `.repeat(5);
const schema = z.object({ stars: z.int().min(1).max(5), title: z.string(), text: z.string() });

/** Microseconds of processor time a call, whatever else the machine does: the best round of so many calls in a row. */
async function time(calls, call) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    for (let i = 0; i < calls; i++) await call(round * calls + i);
    const { user, system: inKernel } = process.cpuUsage(start);
    best = Math.min(best, (user + inKernel) / calls);
  }
  return best;
}

const results = [];
const add = (task, us, perSecond) =>
  results.push({ task, us: Number(us.toFixed(1)), perSecond: Math.round(perSecond ?? 1e6 / us) });

/** Answers at once, and keeps nothing. */
const bare = {
  kind: 'text',
  specification: 'synth-llm-1',
  name: 'scripted/script',
  provider: 'scripted',
  model: 'script',
  offline: false,
  limits: { contextTokens: 1e6, maxOutputTokens: 1e5, structuredOutput: 'strict' },
  doCall: async () => ({
    text: 'A fair answer of some words, as models give them.',
    finish: 'stop',
    usage: {
      inputTokens: 150,
      cachedInputTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: 12,
      reasoningTokens: 0,
      estimated: false,
    },
    provider: 'scripted',
    model: 'script',
    offline: false,
  }),
};
const plain = await time(5000, (i) => generateText({ model: bare, system, prompt: promptOf(i) }));
add('generateText, bare model', plain);

/** A store that forgets all but the last values, as no process keeps its files in memory. */
function shortStore(size) {
  const store = memoryStore();
  const order = [];
  return {
    ...store,
    set(key, value) {
      if (order.push(key) > size) void store.delete(order.shift());
      return store.set(key, value);
    },
  };
}

const store = shortStore(100);
const ledger = await openLedger({ store, prices, caps: { usd: 1000, tokens: 1e9, calls: 1e7 } });
const cache = answerCache({ store });
let told = 0;
const guarded = guardModels({
  ledger,
  cache,
  cassette: { store },
  requestsPerMinute: 1e7,
  tokensPerMinute: 1e12,
  log: () => told++,
})(bare);
const full = await time(3000, (i) => generateText({ model: guarded, system, prompt: promptOf(i) }));
add('generateText, whole stack, new request', full);
add('  of which middleware', full - plain);
const known = await time(3000, () => generateText({ model: guarded, system, prompt: promptOf(-1) }));
add('generateText, whole stack, known request', known);

const offline = offlineModel();
add('generateText, offline', await time(3000, (i) => generateText({ model: offline, prompt: promptOf(i) })));
add(
  'generateObject, offline',
  await time(2000, (i) => generateObject({ model: offline, schema, prompt: promptOf(i) })),
);
const request = (i) => ({ messages: [{ role: 'user', text: promptOf(i) }], maxOutputTokens: 100 });
add('requestKey of 450 characters', await time(5000, (i) => requestKey(bare, request(i))));
add('estimateTokens of 450 characters', await time(20000, (i) => estimateTokens(promptOf(i))));

const texts = Array.from({ length: 20_000 }, (_, i) => `Cotton shirt ${i} for women, slim fit, navy blue`);
for (const dimensions of [512, 1536]) {
  const embedder = offlineEmbeddingModel({ dimensions });
  const us = await time(1, () => embed({ model: embedder, texts }));
  add(`offline embed of 47 characters, ${dimensions} dimensions`, us / texts.length);
}

console.table(results);
console.log(
  `node ${process.versions.node}, ${os.cpus()[0].model}, ${os.cpus().length} cores, load ${os.loadavg()[0]}, ${told} events`,
);

import { z } from 'zod';
import { canonicalJson } from '@synth/core';
import type { Store } from '@synth/core';
import {
  cassetteDigest,
  embed,
  generateObject,
  generateText,
  guardModels,
  memoryStore,
  openLedger,
} from '../src';
import { openAiEmbeddingModel, openAiModel } from '../src/providers/openai';
import { startModelServer } from '../src/testing';
import type { ModelServer } from '../src/testing';
import { patientClock } from './patient-clock';

const schema = z.object({ stars: z.int().min(1).max(5), words: z.array(z.string()).max(3) });

/** A run of texts, objects and vectors, as the bytes that it would write. */
async function run(server: ModelServer, store: Store, mode: 'record' | 'replay-only', concurrency: number) {
  const ledger = await openLedger();
  const guard = guardModels({
    ledger,
    cassette: { store, mode },
    concurrency,
    clock: patientClock(),
  });
  const model = guard(openAiModel({ model: 'm', apiKey: 'k', baseUrl: server.openAiUrl }));
  const embedder = guard(openAiEmbeddingModel({ model: 'e', apiKey: 'k', baseUrl: server.openAiUrl }));
  const rows = await Promise.all(
    Array.from({ length: 40 }, async (_, i) => {
      const { text, usage } = await generateText({ model, prompt: `Title ${i % 30}` });
      const { object } = await generateObject({ model, schema, prompt: `Rate ${i}`, temperature: 1 });
      return { text, usage, object };
    }),
  );
  const { vectors } = await embed({ model: embedder, texts: rows.map(({ text }) => text), dimensions: 24 });
  const bytes =
    rows.map(canonicalJson).join('\n') +
    vectors.map((vector) => Buffer.from(vector.buffer).toString('hex')).join();
  return { bytes, calls: ledger.report().total.calls };
}

it('a replayed run gives the same bytes and makes no request', async () => {
  let n = 0;
  // Each prompt fails once at most: the third attempt must never be reached by chance.
  const failed = new Set<string>();
  // A server that never answers alike, and fails now and then.
  const server = await startModelServer({
    answer: ({ schema: asked, prompt }) => {
      if (asked === undefined) return `answer ${n++}`;
      // One in seven is wrong, until it is told so.
      const stars = n % 7 === 0 && !prompt.includes('does not fit') ? 9 : 1 + (n % 5);
      return JSON.stringify({ stars, words: ['w', String(n++)] });
    },
    fault: ({ index, prompt }) => {
      if (index % 9 !== 4 || failed.has(prompt)) return undefined;
      failed.add(prompt);
      return { kind: 'status', status: 500 };
    },
  });
  const store = memoryStore();
  const recorded = await run(server, store, 'record', 8);
  const digest = await cassetteDigest(store);
  expect(server.served.length).toBe(recorded.calls);
  const requests = server.served.length;
  expect(requests).toBeGreaterThan(70);
  await server.close();
  for (const concurrency of [1, 32]) {
    const replayed = await run(server, store, 'replay-only', concurrency);
    expect(replayed.bytes === recorded.bytes).toBe(true);
    expect(replayed.calls).toBe(0);
  }
  expect(server.served.length).toBe(requests);
  expect(await cassetteDigest(store)).toBe(digest);
});

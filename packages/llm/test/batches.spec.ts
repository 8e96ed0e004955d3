import { z } from 'zod';
import { batched, embed, generateObject, generateText, guardModels, memoryStore, openLedger } from '../src';
import { geminiModel } from '../src/providers/gemini';
import { openAiEmbeddingModel, openAiModel } from '../src/providers/openai';
import { startModelServer } from '../src/testing';
import type { ModelServer } from '../src/testing';
import { patientClock } from './patient-clock';
import { prices } from './prices';

// The batch APIs through the real client libraries.

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer({ batchPolls: 2 });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const schema = z.object({ stars: z.int().min(1).max(5) });
const clock = patientClock();

describe.each(['openai', 'gemini'])('batches of %s', (vendor) => {
  const model = () =>
    vendor === 'openai'
      ? openAiModel({ model: 'm', apiKey: 'k', baseUrl: server.openAiUrl })
      : geminiModel({ model: 'm', apiKey: 'k', baseUrl: server.geminiUrl });

  it('answer texts and objects at half the price, and are collected again', async () => {
    const store = memoryStore();
    const run = async () => {
      const ledger = await openLedger({ prices });
      const deferred = guardModels({ ledger, clock })(batched(model(), { store, clock }));
      const texts = Array.from({ length: 5 }, (_, i) =>
        generateText({ model: deferred, prompt: `Text ${i}` }),
      );
      const object = generateObject({ model: deferred, schema, prompt: 'Rate.', system: 'Be fair.' });
      const answers = await Promise.all([
        ...texts.map(async (text) => (await text).text),
        object.then((one) => one.object),
      ]);
      return { answers, total: ledger.report().total };
    };
    const first = await run();
    expect(server.served).toHaveLength(6);
    expect(server.served.every(({ request }) => request.batch)).toBe(true);
    expect(first.answers[0]).toMatch(/^An answer of the local server/);
    const sum = (of: 'inputTokens' | 'outputTokens'): number =>
      server.served.reduce((at, one) => at + one[of], 0);
    expect(first.total).toMatchObject({
      calls: 6,
      answered: 6,
      inputTokens: sum('inputTokens'),
      outputTokens: sum('outputTokens'),
    });
    const { input, output = 0 } = prices.find(({ provider }) => provider === vendor)!;
    const full = (sum('inputTokens') * input + sum('outputTokens') * output) / 1e6;
    expect(first.total.usd).toBeCloseTo(full / 2, 7);
    // A second process finds the job, and has nothing to hand in.
    expect((await run()).answers).toEqual(first.answers);
    expect(server.served).toHaveLength(6);
  });
});

it('a batch of embeddings keeps the order', async () => {
  const model = openAiEmbeddingModel({ model: 'e', apiKey: 'k', baseUrl: server.openAiUrl });
  const texts = Array.from({ length: 130 }, (_, i) => `text ${i}`);
  const once = await embed({ model, texts, dimensions: 12 });
  const deferred = await embed({
    model: batched(model, { store: memoryStore(), clock }),
    texts,
    dimensions: 12,
  });
  expect(deferred.vectors).toEqual(once.vectors);
});

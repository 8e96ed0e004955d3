import { setTimeout as sleep } from 'node:timers/promises';
import OpenAI from 'openai';
import { GoogleGenAI } from '@google/genai';
import { z } from 'zod';
import { embed, generateObject, generateText, guardModels, openLedger } from '../src';
import type { AnyModel, CallEvent, EmbeddingModel, Ledger, Price, TextModel } from '../src';
import { geminiEmbeddingModel, geminiModel } from '../src/providers/gemini';
import type { GeminiClient } from '../src/providers/gemini';
import { openAiEmbeddingModel, openAiModel } from '../src/providers/openai';
import type { OpenAiClient } from '../src/providers/openai';
import { startModelServer } from '../src/testing';
import type { Fault, ModelServer } from '../src/testing';
import type { PatientClock } from './patient-clock';
import { patientClock } from './patient-clock';

// The real client libraries, over HTTP, against the local server of @synth/llm/testing.

const asOf = '2026-11-10';
const prices: readonly Price[] = [
  { provider: 'openai', model: 'gpt-6-luna', input: 0.1, output: 0.5, asOf, source: 'a test' },
  { provider: 'openai', model: 'text-embedding-3-small', input: 0.02, asOf, source: 'a test' },
  { provider: 'gemini', model: 'gemini-2.5-flash-lite', input: 0.1, output: 0.4, asOf, source: 'a test' },
  { provider: 'gemini', model: 'gemini-embedding-001', input: 0.15, asOf, source: 'a test' },
];
const schema = z.object({ stars: z.int().min(1).max(5), note: z.string().max(40).optional() });
const apiKey = 'test-key-0123456789';
// Longer than a test may take.
const never = 10 ** 9;

let faults: (Fault | undefined)[] = [];
let server: ModelServer;
let ledger: Ledger;
let events: CallEvent[];
let clock: PatientClock;

beforeAll(async () => {
  server = await startModelServer({ fault: () => faults.shift() });
});
afterAll(() => server.close());
beforeEach(async () => {
  faults = [];
  server.reset();
  events = [];
  clock = patientClock();
  ledger = await openLedger({ prices, caps: { usd: 1 } });
});

const guarded = <M extends AnyModel>(model: M): M =>
  guardModels({ ledger, clock, log: (event) => events.push(event) })(model);

const textModels: Record<string, () => TextModel> = {
  openai: () => openAiModel({ apiKey, baseUrl: server.openAiUrl }),
  gemini: () => geminiModel({ apiKey, baseUrl: server.geminiUrl }),
};
const embeddingModels: Record<string, () => EmbeddingModel> = {
  openai: () => openAiEmbeddingModel({ apiKey, baseUrl: server.openAiUrl }),
  gemini: () => geminiEmbeddingModel({ apiKey, baseUrl: server.geminiUrl }),
};

/** The ledger's sums are the server's, to the token; every request is on both. */
function expectLedgerEqualsServer(): void {
  const { total, open } = ledger.report();
  const answered = server.served.filter(
    ({ status, fault }) => status === 200 && !unreadable.has(fault?.kind ?? ''),
  );
  const sum = (of: (one: (typeof answered)[number]) => number): number =>
    answered.reduce((at, one) => at + of(one), 0);
  expect({
    calls: total.calls,
    answered: total.answered,
    inputTokens: total.inputTokens,
    outputTokens: total.outputTokens,
    open,
  }).toEqual({
    calls: server.served.length,
    answered: answered.length,
    inputTokens: sum((one) => one.inputTokens),
    outputTokens: sum((one) => one.outputTokens),
    open: 0,
  });
}
const unreadable = new Set(['cut', 'malformed', 'hang-up', 'no-usage', 'slow']);

describe.each(['openai', 'gemini'])('text of %s', (vendor) => {
  const model = () => guarded(textModels[vendor]!());
  /** Until the server has a request. */
  const isServed = async (): Promise<void> => {
    while (server.served.length === 0) await sleep(2);
  };
  const ask = (prompt = 'Say something.') => generateText({ model: model(), prompt, purpose: 'tests' });
  const fails = (code: string) => expect(ask()).rejects.toMatchObject({ code });

  it('gives the answer and its usage', async () => {
    const answer = await ask();
    expect(answer.text).toMatch(/^An answer of the local server/);
    expect(answer).toMatchObject({ provider: vendor, offline: false, finish: 'stop' });
    expect(answer.usage).toMatchObject({ inputTokens: 4, estimated: false });
    expect(server.served[0]).toMatchObject({ key: apiKey });
    expectLedgerEqualsServer();
  });

  it('asks for the strict form of a schema and gets an object of it', async () => {
    const { object, calls } = await generateObject({
      model: model(),
      schema,
      prompt: 'Rate it.',
      system: 'Be fair.',
    });
    expect(schema.parse(object)).toEqual(object);
    expect(calls).toBe(1);
    expect(server.served[0]?.request.schema).toMatchObject({
      required: ['stars', 'note'],
      additionalProperties: false,
    });
    expectLedgerEqualsServer();
  });

  it('repairs an object of another schema with one more request', async () => {
    faults = [{ kind: 'wrong-schema' }];
    const { object, calls } = await generateObject({ model: model(), schema, prompt: 'Rate it.' });
    expect([schema.safeParse(object).success, calls]).toEqual([true, 2]);
    expect(server.served).toHaveLength(2);
    expect(server.served[1]?.request.prompt).toContain('does not fit the schema');
    expectLedgerEqualsServer();
    faults = [{ kind: 'wrong-schema' }, { kind: 'wrong-schema' }];
    await expect(generateObject({ model: model(), schema, prompt: 'Rate it again.' })).rejects.toMatchObject({
      code: 'OBJECT_INVALID',
    });
    expect(server.served).toHaveLength(4);
    expectLedgerEqualsServer();
  });

  it('tries a 429 again after what it asks for, or after its own waits', async () => {
    faults = [
      { kind: 'status', status: 429, retryAfter: 7 },
      { kind: 'status', status: 429 },
    ];
    await ask();
    expect(server.served.map(({ status }) => status)).toEqual([429, 429, 200]);
    const waits = clock.sleeps;
    expect(waits[0]).toBe(7000);
    expect(waits[1]).toBeGreaterThanOrEqual(1000);
    expect(waits[1]).toBeLessThan(2000);
    expect(ledger.report().total).toMatchObject({ calls: 3, refused: 2, answered: 1 });
    expectLedgerEqualsServer();
  });

  it('gives up after three', async () => {
    faults = [500, 503, 500].map((status) => ({ kind: 'status', status }));
    await fails('PROVIDER_FAILED');
    expect(server.served).toHaveLength(3);
    expect(ledger.report().total).toMatchObject({ calls: 3, refused: 3, usd: 0, bookedUsd: 0 });
  });

  it('does not try again what cannot help', async () => {
    for (const [status, code] of [
      [400, 'REQUEST_REFUSED'],
      [401, 'KEY_REFUSED'],
      [403, 'KEY_REFUSED'],
      [404, 'REQUEST_REFUSED'],
      [422, 'REQUEST_REFUSED'],
    ] as const) {
      faults = [{ kind: 'status', status }];
      await fails(code);
    }
    expect(server.served).toHaveLength(5);
    expect(ledger.report().total).toMatchObject({ calls: 5, refused: 5 });
  });

  it('asks again for a cut or unknown answer, and keeps the first booked', async () => {
    for (const kind of ['cut', 'malformed', 'hang-up'] as const) {
      faults = [{ kind }];
      await ask(kind);
    }
    expect(server.served).toHaveLength(6);
    const { total } = ledger.report();
    expect(total).toMatchObject({ calls: 6, answered: 3, unknownOutcome: 3 });
    expect(total.bookedTokens).toBeGreaterThanOrEqual(3 * 1024);
    expectLedgerEqualsServer();
  });

  it('raises a blocked prompt and a cut object, booked with their usage', async () => {
    faults = [{ kind: 'blocked' }];
    await fails('PROMPT_BLOCKED');
    faults = [{ kind: 'truncated' }];
    await expect(generateObject({ model: model(), schema, prompt: 'Rate it.' })).rejects.toMatchObject({
      code: 'ANSWER_TRUNCATED',
    });
    faults = [{ kind: 'truncated' }];
    expect((await ask('long')).finish).toBe('length');
    expect(server.served).toHaveLength(3);
    expectLedgerEqualsServer();
  });

  it('times out a slow attempt, keeps it booked, and asks again', async () => {
    faults = [{ kind: 'slow', ms: never }];
    const answer = ask();
    await isServed();
    clock.runOut(60_000);
    expect((await answer).text).toMatch(/^An answer/);
    expect(server.served).toHaveLength(2);
    expect(ledger.report().total).toMatchObject({ calls: 2, answered: 1, unknownOutcome: 1 });
  });

  it('gives up at once when aborted in flight, and keeps it booked', async () => {
    faults = [{ kind: 'slow', ms: never }];
    const controller = new AbortController();
    const call = generateText({ model: model(), prompt: 'x', signal: controller.signal });
    await isServed();
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'CALL_ABORTED', value: { outcome: 'unknown' } });
    expect(server.served).toHaveLength(1);
    expect(ledger.report()).toMatchObject({ open: 0, total: { calls: 1, unknownOutcome: 1 } });
  });

  it('books the most where no tokens were counted', async () => {
    faults = [{ kind: 'no-usage' }];
    expect((await ask()).usage.estimated).toBe(true);
    expect(ledger.report().total).toMatchObject({ calls: 1, answered: 0, unmeasured: 1 });
    expect(ledger.report().total.bookedTokens).toBeGreaterThan(1024);
  });

  it('says that a server is down, at no cost', async () => {
    const gone = await startModelServer();
    await gone.close();
    const down =
      vendor === 'openai'
        ? openAiModel({ apiKey, baseUrl: gone.openAiUrl })
        : geminiModel({ apiKey, baseUrl: gone.url });
    await expect(generateText({ model: guarded(down), prompt: 'x' })).rejects.toMatchObject({
      code: 'NETWORK_FAILED',
      value: { outcome: 'not-sent', attempts: 3 },
    });
    expect(ledger.report().total).toMatchObject({ calls: 0, usd: 0 });
  });

  it('never lets a key out that a server echoes', async () => {
    faults = [{ kind: 'echo-key', status: 401 }];
    const error: unknown = await ask().catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'KEY_REFUSED', message: expect.stringContaining('[redacted]') });
    expect(JSON.stringify([error, (error as Error).stack, (error as Error).cause, events])).not.toContain(
      apiKey,
    );
  });
});

describe.each(['openai', 'gemini'])('embeddings of %s', (vendor) => {
  const texts = Array.from({ length: 250 }, (_, i) => `text number ${i}`);

  it('come 100 a request, in order, of the asked dimension', async () => {
    const model = guarded(embeddingModels[vendor]!());
    const { vectors, calls } = await embed({ model, texts, dimensions: 16 });
    expect([vectors.length, calls]).toEqual([250, 3]);
    expect(server.served.map(({ request }) => request.texts.length).sort()).toEqual([100, 100, 50]);
    const again = await embed({ model, texts: [texts[249]!], dimensions: 16 });
    expect(vectors[249]).toEqual(again.vectors[0]);
    const { total } = ledger.report();
    expect(total.calls).toBe(4);
    const tokens = server.served.reduce((sum, one) => sum + one.inputTokens, 0);
    if (vendor === 'openai') expect(total).toMatchObject({ answered: 4, inputTokens: tokens });
    // Gemini counts none for embeddings: the most is booked, which is more.
    else expect([total.unmeasured, total.bookedTokens > tokens]).toEqual([4, true]);
  });

  it('fail as a whole for one vector that is missing or short', async () => {
    for (const kind of ['lost-vector', 'short-vectors'] as const) {
      faults = [{ kind }];
      const model = guarded(embeddingModels[vendor]!());
      await expect(embed({ model, texts: ['a', 'b'], dimensions: 8 })).rejects.toMatchObject({
        code: 'EMBEDDING_INVALID',
      });
    }
    expect(server.served).toHaveLength(2);
    expect(ledger.report().total.calls).toBe(2);
  });

  it('are tried again after a 500', async () => {
    faults = [{ kind: 'status', status: 500 }];
    await embed({ model: guarded(embeddingModels[vendor]!()), texts: ['a'], dimensions: 8 });
    expect(server.served.map(({ status }) => status)).toEqual([500, 200]);
  });
});

describe('clients handed in', () => {
  it('fit by shape, and their own retries are off', async () => {
    const openai: OpenAiClient = new OpenAI({ apiKey, baseURL: server.openAiUrl, maxRetries: 5 });
    const gemini: GeminiClient = new GoogleGenAI({
      apiKey,
      httpOptions: { baseUrl: server.geminiUrl, fetch },
    });
    for (const model of [openAiModel({ client: openai }), geminiModel({ client: gemini })]) {
      server.reset();
      faults = [{ kind: 'status', status: 500 }];
      await expect(generateText({ model, prompt: 'x' })).rejects.toMatchObject({ code: 'PROVIDER_FAILED' });
      expect(server.served).toHaveLength(1);
    }
  });
});

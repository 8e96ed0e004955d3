import { openLedger } from '../budget/ledger';
import type { Price } from '../budget/price-data';
import { callError } from '../errors/call-failure';
import { generateText } from '../generate/generate-text';
import { guardModels } from '../middleware/guard-models';
import { noUsage } from '../model/usage';
import type { TextAnswer, TextModel, TextRequest } from '../model/text-model';
import { memoryStore } from '../store/memory-store';
import { scriptedModel, virtualClock } from '../testing';
import type { BatchClient, BatchItem, BatchState } from './batch-client';
import { batched } from './batched';

const prices: readonly Price[] = [
  { provider: 'p', model: 'm', input: 1, output: 1, asOf: '2026-11-10', source: 'a test' },
];

/** A provider whose jobs are done at the third look. */
function provider(changes: Partial<BatchClient<TextRequest, TextAnswer>> = {}) {
  const jobs = new Map<string, { tag: string; items: readonly BatchItem<TextRequest>[]; polls: number }>();
  const answer = ({ request }: BatchItem<TextRequest>): TextAnswer => ({
    text: `re: ${request.messages[0]?.text}`,
    finish: 'stop',
    usage: { ...noUsage, inputTokens: 10, outputTokens: 4 },
    provider: 'p',
    model: 'm',
    offline: false,
  });
  const client: BatchClient<TextRequest, TextAnswer> = {
    maxRequests: 100,
    priceFactor: 0.5,
    async submit(tag, items) {
      jobs.set(`job-${jobs.size}`, { tag, items, polls: 0 });
      return `job-${jobs.size - 1}`;
    },
    find: async (tag) => [...jobs].reverse().find(([, job]) => job.tag === tag)?.[0],
    async poll(id): Promise<BatchState<TextAnswer>> {
      const job = jobs.get(id)!;
      if (++job.polls < 3) return { state: 'running' };
      return { state: 'done', results: new Map(job.items.map((item) => [item.id, answer(item)])) };
    },
    ...changes,
  };
  const model: TextModel = {
    ...scriptedModel('single'),
    name: 'p/m',
    provider: 'p',
    model: 'm',
    batch: client,
  };
  return { model, jobs, client };
}

const texts = (model: TextModel, prompts: readonly string[]) =>
  Promise.all(
    prompts.map(async (prompt) => (await generateText({ model, prompt, maxOutputTokens: 50 })).text),
  );

describe('batched', () => {
  it('gathers calls into one job, equal ones once, and answers each', async () => {
    const { model, jobs } = provider();
    const clock = virtualClock();
    const start = clock.now();
    const deferred = batched(model, { store: memoryStore(), clock, pollMs: 60_000, gatherMs: 1000 });
    expect(await texts(deferred, ['a', 'b', 'a'])).toEqual(['re: a', 're: b', 're: a']);
    expect([...jobs.values()].map(({ items }) => items.length)).toEqual([2]);
    expect(clock.now() - start).toBe(1000 + 2 * 60_000);
    expect([deferred.deferred, deferred.priceFactor]).toEqual([true, 0.5]);
  });

  it('fills jobs to their limit', async () => {
    const { model, jobs } = provider();
    const deferred = batched(model, { store: memoryStore(), clock: virtualClock(), maxRequests: 2 });
    await texts(deferred, ['a', 'b', 'c', 'd', 'e']);
    expect([...jobs.values()].map(({ items }) => items.length)).toEqual([2, 2, 1]);
  });

  it('is collected by a later process, which hands nothing in again and pays once', async () => {
    const { model, jobs, client } = provider();
    const [store, clock] = [memoryStore(), virtualClock()];
    // The first process hands in and ends: its looks never return.
    const gone = { ...model, batch: { ...client, poll: () => new Promise<never>(() => undefined) } };
    const first = await openLedger({ run: 'r', prices, store, caps: { usd: 1 } });
    const dying = {
      ...clock,
      sleep: (ms: number, signal?: AbortSignal) => clock.sleep(Math.min(ms, 5000), signal),
    };
    const never = { ...dying, sleep: () => new Promise<never>(() => undefined) };
    const deferred = batched(gone, { store, clock: dying });
    void texts(guardModels({ ledger: first, clock: never })(deferred), ['a', 'b']);
    while (jobs.size === 0) await new Promise((resolve) => setImmediate(resolve));
    await first.flush();
    await new Promise((resolve) => setImmediate(resolve));
    const second = await openLedger({ run: 'r', prices, store, caps: { usd: 1 } });
    expect(second.report()).toMatchObject({ open: 2, total: { calls: 2, unknownOutcome: 0 } });
    const resumed = guardModels({ ledger: second, clock })(batched(model, { store, clock }));
    expect(await texts(resumed, ['a', 'b'])).toEqual(['re: a', 're: b']);
    expect(jobs.size).toBe(1);
    // 2 x 14 tokens at half of 1 USD a million.
    expect(second.report()).toMatchObject({
      open: 0,
      total: { calls: 2, answered: 2, usd: 0.000014, bookedUsd: 0 },
    });
  });

  it('finds a job again whose id was lost, by its tag', async () => {
    const { model, jobs, client } = provider();
    const [store, clock] = [memoryStore(), virtualClock()];
    const lost = {
      ...client,
      submit: async (tag: string, items: readonly BatchItem<TextRequest>[]): Promise<string> => {
        await client.submit(tag, items, {});
        throw callError('NETWORK_FAILED', 'cut', { retryable: true, outcome: 'unknown' });
      },
    };
    const failing = batched({ ...model, batch: lost }, { store, clock });
    await expect(texts(failing, ['a'])).rejects.toMatchObject({ code: 'NETWORK_FAILED' });
    expect(await texts(batched(model, { store, clock }), ['a'])).toEqual(['re: a']);
    expect(jobs.size).toBe(1);
  });

  it('hands in anew what was certainly not accepted', async () => {
    const { model, jobs, client } = provider();
    const [store, clock] = [memoryStore(), virtualClock()];
    const refused = callError('RATE_LIMITED', 'busy', { retryable: true, outcome: 'refused' });
    const busy = {
      ...client,
      submit: () => Promise.reject(refused),
      find: () => Promise.reject(new Error('asked')),
    };
    await expect(texts(batched({ ...model, batch: busy }, { store, clock }), ['a'])).rejects.toBe(refused);
    expect(await texts(batched(model, { store, clock }), ['a'])).toEqual(['re: a']);
    expect(jobs.size).toBe(1);
  });

  it('gives each request its own failure, free where it was not run, and asks it anew', async () => {
    let round = 0;
    const { model, jobs, client } = provider();
    const ledger = await openLedger({ prices });
    const clock = virtualClock();
    const partial = {
      ...client,
      poll: async (id: string): Promise<BatchState<TextAnswer>> => {
        const state = await client.poll(id, [], {});
        if (state.state !== 'done' || round++ > 0) return state;
        return { ...state, results: new Map([...state.results].slice(0, 1)) };
      },
    };
    const deferred = batched({ ...model, batch: partial }, { store: memoryStore(), clock });
    expect(await texts(guardModels({ ledger, clock })(deferred), ['a', 'b'])).toEqual(['re: a', 're: b']);
    expect(jobs.size).toBe(2);
    expect(ledger.report().total).toMatchObject({ calls: 3, answered: 2, refused: 1, usd: 0.000014 });
  });

  it('fails with the reason of its job, and looks again after a passing fault', async () => {
    const { model, client } = provider();
    let looks = 0;
    const failed = {
      ...client,
      poll: async (): Promise<BatchState<TextAnswer>> => {
        if (looks++ < 2) throw callError('PROVIDER_FAILED', 'x', { retryable: true, outcome: 'refused' });
        return { state: 'failed', reason: 'expired' };
      },
    };
    const deferred = batched({ ...model, batch: failed }, { store: memoryStore(), clock: virtualClock() });
    await expect(texts(deferred, ['a'])).rejects.toMatchObject({
      code: 'BATCH_FAILED',
      message: 'a batch of p/m failed: expired',
    });
    expect(looks).toBe(3);
  });

  it('lets a caller abort, and the others have their answers', async () => {
    const { model } = provider();
    const deferred = batched(model, { store: memoryStore(), clock: virtualClock() });
    const controller = new AbortController();
    const one = generateText({ model: deferred, prompt: 'a', signal: controller.signal });
    const other = generateText({ model: deferred, prompt: 'a' });
    setImmediate(() => controller.abort());
    await expect(one).rejects.toMatchObject({ code: 'CALL_ABORTED', value: { outcome: 'unknown' } });
    expect((await other).text).toBe('re: a');
  });

  it('is refused for a model without a batch API', () => {
    expect(() => batched(scriptedModel('x'), { store: memoryStore() })).toThrow(
      expect.objectContaining({ code: 'BATCH_FAILED', message: 'scripted/script has no batch API' }),
    );
  });
});

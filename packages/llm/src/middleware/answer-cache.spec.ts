import { callError } from '../errors/call-failure';
import { embed } from '../generate/embed';
import { generateText } from '../generate/generate-text';
import { offlineModel } from '../providers/offline/offline-model';
import { memoryStore } from '../store/memory-store';
import { scriptedEmbeddingModel, scriptedModel, virtualClock } from '../testing';
import { answerCache } from './answer-cache';
import type { AnswerCacheOptions } from './answer-cache';

const hour = 3_600_000;

function cached(options: Partial<AnswerCacheOptions> = {}) {
  const clock = virtualClock(0);
  const store = memoryStore();
  const cache = answerCache({ store, clock, ...options });
  const scripted = scriptedModel(['one', 'two', 'three', 'four']);
  return { cache, clock, store, scripted, model: cache.middleware(scripted) };
}

describe('answerCache', () => {
  it('answers again without asking, for 24 h', async () => {
    const { model, scripted, clock } = cached();
    const ask = () => generateText({ model, prompt: 'x' });
    expect(await ask()).toMatchObject({ text: 'one', cached: false });
    await clock.sleep(24 * hour - 1);
    expect(await ask()).toMatchObject({ text: 'one', cached: true });
    await clock.sleep(1);
    expect(await ask()).toMatchObject({ text: 'two', cached: false });
    expect(scripted.calls).toHaveLength(2);
  });

  it('misses when model, prompt, setting, schema, task version or dependency changes', async () => {
    const { cache, model, store, clock } = cached();
    await generateText({ model, prompt: 'x' });
    const count = async (): Promise<number> => (await cache.stats()).misses;
    expect(await count()).toBe(1);
    const other = cache.middleware(scriptedModel('x', { model: 'other' }));
    const moved = cache.middleware(scriptedModel('x', { endpoint: 'http://elsewhere' }));
    await generateText({ model: other, prompt: 'x' });
    await generateText({ model: moved, prompt: 'x' });
    await generateText({ model, prompt: 'y' });
    await generateText({ model, prompt: 'x', temperature: 1 });
    await generateText({ model, prompt: 'x', task: { name: 't', version: '2' } });
    await generateText({ model, prompt: 'x', sample: 1 });
    expect(await count()).toBe(7);
    const changed = answerCache({ store, clock, dependencies: { catalogue: 'v2' }, process: 'second' });
    await generateText({ model: changed.middleware(scriptedModel('x')), prompt: 'x' });
    expect(await changed.stats()).toMatchObject({ valid: 8, hits: 0, misses: 8 });
  });

  it('asks once for equal requests under way, and shares the failure', async () => {
    const { model, scripted, cache } = cached();
    const texts = await Promise.all([1, 2, 3].map(() => generateText({ model, prompt: 'x' })));
    expect(texts.map(({ text, cached: was }) => [text, was])).toEqual([
      ['one', false],
      ['one', true],
      ['one', true],
    ]);
    expect(scripted.calls).toHaveLength(1);
    const failing = scriptedModel(callError('PROVIDER_FAILED', 'x', { retryable: true, outcome: 'refused' }));
    const both = [1, 2].map(() => generateText({ model: cache.middleware(failing), prompt: 'z' }));
    await expect(both[0]).rejects.toMatchObject({ code: 'PROVIDER_FAILED' });
    await expect(both[1]).rejects.toMatchObject({ code: 'PROVIDER_FAILED' });
    expect(failing.calls).toHaveLength(1);
  });

  it('takes a damaged entry for none', async () => {
    const { model, scripted, store } = cached();
    await generateText({ model, prompt: 'x' });
    const keys: string[] = [];
    for await (const key of store.list('answers/')) keys.push(key);
    const whole = (await store.get(keys[0]!))!;
    const text = new TextDecoder().decode(whole);
    for (const damaged of [text.slice(0, -9), text.replace('one', 'onE'), '[]']) {
      await store.set(keys[0]!, new TextEncoder().encode(damaged));
      await generateText({ model, prompt: 'x' });
    }
    expect(scripted.calls).toHaveLength(4);
  });

  it('counts what it holds, and clears it', async () => {
    const { model, cache, clock } = cached();
    await generateText({ model, prompt: 'old' });
    await clock.sleep(24 * hour);
    await generateText({ model, prompt: 'new' });
    await generateText({ model, prompt: 'new' });
    const stats = await cache.stats();
    expect(stats).toMatchObject({ valid: 1, expired: 1, hits: 1, misses: 2 });
    expect(stats.bytes).toBeGreaterThan(400);
    expect(await cache.clear('expired')).toBe(1);
    expect(await cache.clear()).toBe(1);
    expect(await cache.stats()).toEqual({ valid: 0, expired: 0, hits: 0, misses: 0, bytes: 0 });
  });

  it('gives back vectors to the bit', async () => {
    const { cache } = cached();
    const scripted = scriptedEmbeddingModel((text, n) =>
      Array.from({ length: n }, (_, i) => Math.sin(i + text.length)),
    );
    const model = cache.middleware(scripted);
    const first = await embed({ model, texts: ['a', 'bb'] });
    const second = await embed({ model, texts: ['a', 'bb'] });
    expect(second.vectors).toEqual(first.vectors);
    expect(scripted.calls).toHaveLength(1);
  });

  it('leaves offline models alone', () => {
    const { cache } = cached();
    const model = offlineModel();
    expect(cache.middleware(model)).toBe(model);
  });
});

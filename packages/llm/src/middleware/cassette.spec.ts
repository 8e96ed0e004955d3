import { generateObject } from '../generate/generate-object';
import { generateText } from '../generate/generate-text';
import { memoryStore } from '../store/memory-store';
import { scriptedModel } from '../testing';
import { cassette, cassetteDigest } from './cassette';
import { z } from 'zod';

const counting = () => {
  let n = 0;
  return scriptedModel(() => `answer ${++n}`);
};

describe('cassette', () => {
  it('plays back what it recorded, without a request', async () => {
    const store = memoryStore();
    const real = counting();
    const recording = cassette({ store, mode: 'record' })(real);
    const prompts = ['a', 'b', 'a', 'c'];
    const texts = async (model: typeof real) =>
      Promise.all(prompts.map(async (prompt) => (await generateText({ model, prompt })).text));
    const recorded = await texts(recording as typeof real);
    expect(recorded[0]).toBe(recorded[2]);
    expect(real.calls).toHaveLength(3);
    const silent = counting();
    const replayed = await texts(cassette({ store, mode: 'replay-only' })(silent));
    expect(replayed).toEqual(recorded);
    expect(silent.calls).toHaveLength(0);
  });

  it('fails on a miss in replay-only mode, with the remedy', async () => {
    const scripted = counting();
    const model = cassette({ store: memoryStore(), mode: 'replay-only', name: 'monday' })(scripted);
    await expect(generateText({ model, prompt: 'x' })).rejects.toMatchObject({
      code: 'CASSETTE_MISS',
      message: expect.stringMatching(/^cassette monday holds no answer of scripted\/script/),
      remedy: expect.stringContaining('replay'),
    });
    expect(scripted.calls).toHaveLength(0);
  });

  it('asks only for what is missing in replay mode: a resumed run pays once', async () => {
    const store = memoryStore();
    const model = counting();
    await generateText({ model: cassette({ store })(model), prompt: 'a' });
    const resumed = cassette({ store })(model);
    await generateText({ model: resumed, prompt: 'a' });
    await generateText({ model: resumed, prompt: 'b' });
    expect(model.calls).toHaveLength(2);
  });

  it('asks anew in record mode, once a request', async () => {
    const store = memoryStore();
    const model = counting();
    await generateText({ model: cassette({ store, mode: 'record' })(model), prompt: 'a' });
    const again = cassette({ store, mode: 'record' })(model);
    expect((await generateText({ model: again, prompt: 'a' })).text).toBe('answer 2');
    expect((await generateText({ model: again, prompt: 'a' })).text).toBe('answer 2');
  });

  it('replays repairs and schemas, and misses when the schema changes', async () => {
    const store = memoryStore();
    const schema = z.object({ n: z.int() });
    const real = scriptedModel(['{"n":"x"}', '{"n":2}']);
    const first = await generateObject({ model: cassette({ store })(real), schema, prompt: 'x' });
    const replay = cassette({ store, mode: 'replay-only' })(scriptedModel('never'));
    const second = await generateObject({ model: replay, schema, prompt: 'x' });
    expect([second.object, second.calls, second.usage, second.cached]).toEqual([
      first.object,
      2,
      first.usage,
      true,
    ]);
    const wider = z.object({ n: z.int(), more: z.string() });
    await expect(generateObject({ model: replay, schema: wider, prompt: 'x' })).rejects.toMatchObject({
      code: 'CASSETTE_MISS',
    });
  });

  it('has one digest for equal recordings', async () => {
    const digestOf = async (prompts: readonly string[]): Promise<string> => {
      const store = memoryStore();
      const model = cassette({ store })(scriptedModel('same'));
      for (const prompt of prompts) await generateText({ model, prompt });
      return cassetteDigest(store);
    };
    expect(await digestOf(['a', 'b'])).toBe(await digestOf(['b', 'a']));
    expect(await digestOf(['a', 'b'])).not.toBe(await digestOf(['a', 'c']));
  });
});

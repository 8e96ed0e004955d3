import { z } from 'zod';
import { generateObject } from '../../generate/generate-object';
import { generateText } from '../../generate/generate-text';
import { offlineModel } from './offline-model';

const ask = (
  model: ReturnType<typeof offlineModel>,
  task: { name: string; facts?: Record<string, never | string | object> },
  sample = 0,
) => generateText({ model, prompt: 'x', task: task as never, sample });

describe('offlineModel', () => {
  const templates = {
    greeting: 'Hello, {name} of {place.city}.',
    review: {
      origin: ['{mood} {thing}.', '{thing}: {mood}.'],
      mood: ['Good', 'Poor'],
      thing: ['{product}', 'this {product}'],
    },
  };

  it('fills templates and grammars from facts', async () => {
    const model = offlineModel({ templates });
    const { text } = await ask(model, { name: 'greeting', facts: { name: 'Ada', place: { city: 'Bern' } } });
    expect(text).toBe('Hello, Ada of Bern.');
    const texts = await Promise.all(
      Array.from(
        { length: 40 },
        async (_, i) => (await ask(model, { name: 'review', facts: { product: 'kettle' } }, i)).text,
      ),
    );
    expect(new Set(texts)).toEqual(
      new Set(
        ['Good', 'Poor'].flatMap((mood) =>
          ['kettle', 'this kettle'].flatMap((thing) => [`${mood} ${thing}.`, `${thing}: ${mood}.`]),
        ),
      ),
    );
  });

  it('is a function of the seed and the request', async () => {
    const text = async (seed: string, sample: number) =>
      (await generateText({ model: offlineModel({ seed }), prompt: 'x', sample })).text;
    expect(await text('a', 1)).toBe(await text('a', 1));
    const review = (seed: string) =>
      Promise.all(
        Array.from(
          { length: 12 },
          async (_, i) =>
            (await ask(offlineModel({ seed, templates }), { name: 'review', facts: { product: 'x' } }, i))
              .text,
        ),
      );
    expect(await review('a')).toEqual(await review('a'));
    expect(await review('a')).not.toEqual(await review('b'));
  });

  it('says that it is offline, in the answer and in the text that it makes up', async () => {
    const model = offlineModel();
    const answer = await generateText({ model, prompt: 'x' });
    expect(answer).toMatchObject({ provider: 'offline', model: 'templates', offline: true });
    expect(answer.text).toMatch(/^Made up offline \([0-9a-f]{8}\)\.$/);
    expect([model.offline, model.name, model.details]).toEqual([
      true,
      'offline/templates',
      { offline: true, version: '1' },
    ]);
    expect(answer.usage.estimated).toBe(true);
  });

  it('makes up values for any schema, every one valid', async () => {
    const schema = z.object({
      stars: z.int().min(1).max(5),
      share: z.number().gt(0).lt(1),
      mood: z.enum(['good', 'bad']),
      tags: z
        .array(z.enum(['a', 'b', 'c']))
        .min(2)
        .max(3),
      email: z.email(),
      id: z.uuid(),
      when: z.iso.datetime(),
      title: z.string().min(3).max(12),
      maybe: z.string().optional(),
      nothing: z.null(),
      either: z.union([z.literal(1), z.object({ kind: z.literal('x'), n: z.int() })]),
      nested: z.object({ yes: z.boolean(), step: z.number().multipleOf(0.5).min(2).max(4) }),
    });
    const model = offlineModel();
    const seen = new Set<string>();
    for (let sample = 0; sample < 200; sample++) {
      const { object, calls } = await generateObject({ model, schema, prompt: 'x', sample });
      expect(calls).toBe(1);
      seen.add(JSON.stringify(object));
    }
    expect(seen.size).toBeGreaterThan(190);
  });

  it('answers from functions, by task and as a fallback', async () => {
    const model = offlineModel({
      answers: {
        rate: ({ facts, rng }) => ({ stars: facts['good'] === true ? 5 : 1 + Math.floor(rng.nextF64() * 2) }),
      },
      fallback: ({ request }) => (request.task?.name === 'echo' ? 'echoed' : undefined),
    });
    const schema = z.object({ stars: z.int() });
    const rated = await generateObject({
      model,
      schema,
      prompt: 'x',
      task: { name: 'rate', facts: { good: true } },
    });
    expect(rated.object.stars).toBe(5);
    expect((await ask(model, { name: 'echo' })).text).toBe('echoed');
    expect((await ask(model, { name: 'other' })).text).toContain('Made up offline for other');
  });

  it('says what is wrong with a template or schema', async () => {
    const broken = offlineModel({ templates: { a: 'Hi {nmae}', b: { origin: ['{origin}'] } } });
    await expect(ask(broken, { name: 'a', facts: { name: 'x' } })).rejects.toMatchObject({
      code: 'TEMPLATE_INVALID',
      field: 'nmae',
      allowed: 'origin, name',
    });
    await expect(ask(broken, { name: 'b' })).rejects.toMatchObject({ code: 'TEMPLATE_INVALID' });
    const schema = z.object({ code: z.string().regex(/^B[A-Z0-9]{9}$/) });
    await expect(generateObject({ model: broken, schema, prompt: 'x' })).rejects.toMatchObject({
      code: 'SCHEMA_UNSUPPORTED',
    });
  });
});

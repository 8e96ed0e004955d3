import { isSynthError } from '@synth/core';
import { z } from 'zod';
import { scriptedModel } from '../testing';
import { generateObject } from './generate-object';

const schema = z.object({ stars: z.int().min(1).max(5), note: z.string().optional() });

describe('generateObject', () => {
  it('sends the strict form of the schema and gives the parsed object', async () => {
    const model = scriptedModel('{"stars":4,"note":null}');
    const { object, calls, offline } = await generateObject({
      model,
      schema,
      prompt: 'Rate it.',
      name: 'rating',
    });
    expect(object).toEqual({ stars: 4 });
    expect([calls, offline]).toEqual([1, false]);
    expect(model.calls[0]?.request.output).toEqual({
      name: 'rating',
      strict: true,
      schema: {
        type: 'object',
        properties: {
          stars: { type: 'integer', minimum: 1, maximum: 5 },
          note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        },
        required: ['stars', 'note'],
        additionalProperties: false,
      },
    });
  });

  it('shows the model its error once, and sums the usage', async () => {
    const model = scriptedModel(['{"stars":9}', '```json\n{"stars":5}\n```']);
    const { object, calls, usage } = await generateObject({ model, schema, prompt: 'Rate it.' });
    expect([object, calls]).toEqual([{ stars: 5 }, 2]);
    const repair = model.calls[1]!.request.messages;
    expect(repair.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(repair[1]?.text).toBe('{"stars":9}');
    expect(repair[2]?.text).toContain('stars: Too big');
    expect(usage.inputTokens).toBeGreaterThan(model.calls[0]!.request.messages[0]!.text.length / 8);
  });

  it('fails with a code and the issues when the repaired answer is wrong too', async () => {
    const model = scriptedModel(['no JSON', '{"stars":0}']);
    const error: unknown = await generateObject({ model, schema, prompt: 'Rate it.' }).catch(
      (e: unknown) => e,
    );
    expect(isSynthError(error, 'OBJECT_INVALID')).toBe(true);
    expect((error as Error).message).toContain('stars: Too small');
    expect(model.calls).toHaveLength(2);
  });

  it('does not repair where it is told not to, nor what was cut', async () => {
    const once = scriptedModel('{}');
    await expect(generateObject({ model: once, schema, prompt: 'x', repair: false })).rejects.toMatchObject({
      code: 'OBJECT_INVALID',
    });
    expect(once.calls).toHaveLength(1);
    const cut = scriptedModel({ text: '{"stars":', finish: 'length' });
    await expect(generateObject({ model: cut, schema, prompt: 'x' })).rejects.toMatchObject({
      code: 'ANSWER_TRUNCATED',
    });
    expect(cut.calls).toHaveLength(1);
  });

  it('raises PROMPT_BLOCKED for a declined prompt', async () => {
    const model = scriptedModel({ text: '', finish: 'blocked', finishDetail: 'SAFETY' });
    await expect(generateObject({ model, schema, prompt: 'x' })).rejects.toMatchObject({
      code: 'PROMPT_BLOCKED',
    });
  });

  it('puts the schema into the prompt of a model without structured output', async () => {
    const limits = { contextTokens: 1000, maxOutputTokens: 500, structuredOutput: 'none' } as const;
    const model = scriptedModel('{"stars":1}', { limits });
    await generateObject({ model, schema, prompt: 'Rate it.' });
    const messages = model.calls[0]!.request.messages;
    expect(messages[messages.length - 1]?.text).toContain('"maximum":5');
    expect(model.calls[0]!.request.maxOutputTokens).toBe(500);
  });

  it('takes any Standard Schema with its JSON Schema beside it, and says when that is missing', async () => {
    const plain = {
      '~standard': {
        version: 1,
        vendor: 'own',
        validate: (value: unknown) =>
          (value as { n?: unknown }).n === 1 ? { value: 'one' } : { issues: [{ message: 'n is not 1' }] },
      },
    } as const;
    const jsonSchema = { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] };
    const model = scriptedModel('{"n":1}');
    const { object } = await generateObject({ model, schema: plain, jsonSchema, prompt: 'x' });
    expect(object).toBe('one');
    await expect(generateObject({ model, schema: plain, prompt: 'x' })).rejects.toMatchObject({
      code: 'SCHEMA_UNSUPPORTED',
    });
  });

  it('names the nearest option', async () => {
    const options = { model: scriptedModel('{}'), schema, promt: 'x' };
    await expect(generateObject(options as never)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: 'unknown option promt: did you mean prompt?',
    });
  });
});

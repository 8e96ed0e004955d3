import { isSynthError } from '@synth/core';
import { embed, generateText } from '../src';
import { geminiEmbeddingModel, geminiModel } from '../src/providers/gemini';
import { openAiEmbeddingModel, openAiModel } from '../src/providers/openai';
import manifest from '../package.json';

const absent = (name: string) => () => {
  throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
};
jest.mock('openai', () => absent('openai')());
jest.mock('@google/genai', () => absent('@google/genai')());

describe('without the client libraries', () => {
  it('neither is a dependency, a peer or optional', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['@synth/core', 'zod']);
    expect(manifest).not.toHaveProperty('peerDependencies');
    expect(manifest).not.toHaveProperty('optionalDependencies');
  });

  it('one error says what to install', async () => {
    for (const [model, library] of [
      [openAiModel({ apiKey: 'k' }), 'openai'],
      [geminiModel({ apiKey: 'k' }), '@google/genai'],
    ] as const) {
      const error: unknown = await generateText({ model, prompt: 'x' }).catch((e: unknown) => e);
      expect(isSynthError(error, 'SDK_MISSING')).toBe(true);
      expect(error).toMatchObject({
        message: `${library} is not installed`,
        remedy: `npm install ${library}, or pass a client of your own as option client`,
        value: { retryable: false, outcome: 'not-sent' },
      });
    }
    for (const model of [openAiEmbeddingModel({ apiKey: 'k' }), geminiEmbeddingModel({ apiKey: 'k' })]) {
      await expect(embed({ model, texts: ['x'] })).rejects.toMatchObject({ code: 'SDK_MISSING' });
    }
  });

  it('a client of your own does', async () => {
    const client = {
      chat: { completions: { create: async () => ({ choices: [{ message: { content: 'mine' } }] }) } },
    };
    const { text } = await generateText({ model: openAiModel({ client: client as never }), prompt: 'x' });
    expect(text).toBe('mine');
  });
});

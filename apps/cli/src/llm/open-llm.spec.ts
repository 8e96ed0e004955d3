import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@synth/core';
import { embed, generateText, offlineModel } from '@synth/llm';
import type { ModelServer } from '@synth/llm/testing';
import { startModelServer } from '@synth/llm/testing';
import { cassetteOf, openLlm } from './open-llm';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const context = (env: Record<string, string> = {}) => ({ clock: systemClock, env });
const local = (llm: 'openai' | 'gemini') => ({
  llm,
  model: 'm',
  baseUrl: llm === 'openai' ? server.openAiUrl : server.geminiUrl,
});

describe('openLlm', () => {
  it.each(['openai', 'gemini'] as const)(
    'asks %s for texts and vectors with the key of the environment',
    async (llm) => {
      const env = { OPENAI_API_KEY: 'key-1', GOOGLE_API_KEY: 'key-1' };
      const { text, embedding, ledger } = await openLlm(local(llm), 'r', context(env));
      expect((await generateText({ model: text, prompt: 'x' })).provider).toBe(llm);
      const { vectors } = await embed({ model: embedding, texts: ['a', 'b'], dimensions: 8 });
      expect(vectors.map(({ length }) => length)).toEqual([8, 8]);
      expect(server.served.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
      expect(ledger.report().total).toMatchObject({ calls: 2, usd: 'unknown' });
    },
  );

  it('needs no key for a server of its own, and says where else to put one', async () => {
    const { text } = await openLlm(local('openai'), 'r', context());
    expect((await generateText({ model: text, prompt: 'x' })).offline).toBe(false);
    for (const [llm, names] of [
      ['openai', 'OPENAI_API_KEY'],
      ['gemini', 'GEMINI_API_KEY or GOOGLE_API_KEY'],
    ] as const) {
      const keyless = await openLlm({ llm }, 'r', context({ OPENAI_API_KEY: '' }));
      await expect(generateText({ model: keyless.text, prompt: 'x' })).rejects.toMatchObject({
        code: 'API_KEY_MISSING',
        message: `no key for ${llm}: set ${names} in the environment, or in a file .env in this folder`,
      });
    }
  });

  it('keeps its limits, and refuses one in USD that nobody can keep', async () => {
    const { text } = await openLlm({ ...local('openai'), maxCalls: 1 }, 'r', context());
    await generateText({ model: text, prompt: 'x' });
    await expect(generateText({ model: text, prompt: 'y' })).rejects.toMatchObject({
      code: 'BUDGET_EXCEEDED',
    });
    expect(server.served).toHaveLength(1);
    await expect(openLlm({ ...local('openai'), maxCost: 1 }, 'r', context())).rejects.toMatchObject({
      code: 'PRICE_UNKNOWN',
    });
    await expect(openLlm({ llm: 'openai', maxCost: 1 }, 'r', context())).resolves.toBeDefined();
  });

  it('plays a cassette back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'synth-cassette-'));
    const ask = async (cassette: string) => {
      const { text } = await openLlm({ ...local('openai'), cassette }, 'r', context());
      return (await generateText({ model: text, prompt: 'x' })).text;
    };
    const recorded = await ask(folder);
    expect(await ask(`${folder}:replay-only`)).toBe(recorded);
    expect(server.served).toHaveLength(1);
    await ask(`${folder}:record`);
    expect(server.served).toHaveLength(2);
    expect(await readdir(folder)).toContain('cassettes');
    await expect(ask(`${folder}-none:replay-only`)).rejects.toMatchObject({ code: 'CASSETTE_MISS' });
  });

  it('answers offline by what the caller brings', async () => {
    const own = offlineModel({ fallback: () => 'mine' });
    const { text, embedding } = await openLlm({ llm: 'offline' }, 'r', context(), { text: own });
    expect(await generateText({ model: text, prompt: 'x' })).toMatchObject({ text: 'mine', offline: true });
    expect(embedding.offline).toBe(true);
  });
});

it.each([
  ['tape', undefined],
  ['C:\\tapes\\one', undefined],
  ['tape:record', 'record'],
  ['a:b:replay-only', 'replay-only'],
])('the cassette %s has the mode %s', (text, mode) => {
  expect(cassetteOf(text).mode).toBe(mode);
});

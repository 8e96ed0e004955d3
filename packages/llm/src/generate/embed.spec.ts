import { scriptedEmbeddingModel } from '../testing';
import { embed } from './embed';

const numbered = (text: string, dimensions: number): number[] => [
  Number(text),
  ...Array(dimensions - 1).fill(0),
];
const texts = Array.from({ length: 250 }, (_, i) => String(i));

describe('embed', () => {
  it('asks in batches of the limit and keeps the order', async () => {
    const model = scriptedEmbeddingModel(numbered);
    const { vectors, calls, dimensions } = await embed({ model, texts });
    expect(vectors.map((vector) => vector[0])).toEqual(texts.map(Number));
    expect(model.calls.map(({ request }) => request.texts.length).sort()).toEqual([100, 100, 50]);
    expect([calls, dimensions]).toEqual([3, 8]);
  });

  it('gives every vector or an error, and begins nothing after the first failure', async () => {
    const model = scriptedEmbeddingModel((text, dimensions) => {
      if (text === '5') throw new Error('broken');
      return numbered(text, dimensions);
    });
    await expect(embed({ model, texts, parallel: 1 })).rejects.toThrow('broken');
    expect(model.calls).toHaveLength(1);
  });

  it('refuses another dimension, a missing vector and numbers that are not finite', async () => {
    const short = scriptedEmbeddingModel((text) => [Number(text)]);
    await expect(embed({ model: short, texts: ['1'], dimensions: 3 })).rejects.toMatchObject({
      code: 'EMBEDDING_INVALID',
      message: expect.stringContaining('vector 0 has 1 numbers where 3 were asked'),
    });
    const infinite = scriptedEmbeddingModel((_, dimensions) => Array(dimensions).fill(Number.NaN));
    await expect(embed({ model: infinite, texts: ['1'] })).rejects.toMatchObject({
      code: 'EMBEDDING_INVALID',
    });
    const model = scriptedEmbeddingModel(numbered);
    const lossy = {
      ...model,
      doCall: async () => ({ ...(await model.doCall({ texts: [], dimensions: 8 }, {})) }),
    };
    await expect(embed({ model: lossy, texts: ['1'] })).rejects.toMatchObject({
      message: expect.stringContaining('0 vectors for 1 texts'),
    });
  });

  it('asks nothing for no texts', async () => {
    const model = scriptedEmbeddingModel(numbered);
    expect((await embed({ model, texts: [] })).vectors).toEqual([]);
    expect(model.calls).toHaveLength(0);
  });
});

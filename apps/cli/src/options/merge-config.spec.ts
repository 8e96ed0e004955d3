import { configAt, mergeConfig } from './merge-config';

describe('mergeConfig', () => {
  it('lays objects upon each other and replaces the rest', () => {
    expect(mergeConfig({ a: { x: 1, y: 2 }, b: [1], c: 1 }, { a: { y: 3 }, b: [2], c: null })).toEqual({
      a: { x: 1, y: 3 },
      b: [2],
      c: null,
    });
  });

  it('does not touch prototypes', () => {
    const merged = mergeConfig({}, JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>);
    expect(Object.keys(merged)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(configAt(['__proto__', 'polluted'], true))).toEqual(['__proto__']);
  });

  it('builds the object of a path', () => {
    expect(configAt(['truth', 'noise'], 0.5)).toEqual({ truth: { noise: 0.5 } });
  });
});

import { chiSquareTest } from '@synth/testkit';
import { specRng } from '../../test/agrees-with-reference';
import { countingRng } from '../../test/counting-rng';
import type { Rng } from '../random/rng';
import { weightedSample, weightedSampler } from './weighted-without-replacement';

type Sample = (rng: Rng, k: number) => Int32Array;

/** The probability of each ordered sample of k indices. */
function orderedSamples(weights: readonly number[], k: number): Map<string, number> {
  const samples = new Map<string, number>();
  const walk = (taken: readonly number[], probability: number): void => {
    if (taken.length === k) {
      samples.set(taken.join(), probability);
      return;
    }
    const left = weights.reduce((sum, weight, i) => sum + (taken.includes(i) ? 0 : weight), 0);
    weights.forEach((weight, i) => {
      if (weight > 0 && !taken.includes(i)) walk([...taken, i], (probability * weight) / left);
    });
  };
  walk([], 1);
  return samples;
}

/** Chi-square of ordered samples against their exact law; those expected fewer than 10 times gathered in one cell. */
function fit(sample: Sample, weights: readonly number[], k: number, name: string): number {
  const size = 20_000;
  const rng = specRng(name, k);
  const seen = new Map<string, number>();
  for (let i = 0; i < size; i++) {
    const key = sample(rng, k).join();
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const observed = [0];
  const expected = [0];
  const possible = orderedSamples(weights, k);
  for (const [key, probability] of possible) {
    const cell = probability * size < 10 ? 0 : observed.length;
    observed[cell] = (observed[cell] ?? 0) + (seen.get(key) ?? 0);
    expected[cell] = (expected[cell] ?? 0) + probability * size;
  }
  expect([...seen.keys()].filter((key) => !possible.has(key))).toEqual([]);
  const used = expected.flatMap((count, cell) => (count > 0 ? [cell] : []));
  return chiSquareTest(
    used.map((cell) => observed[cell]!),
    used.map((cell) => expected[cell]!),
  ).p;
}

const cases: readonly (readonly [string, readonly number[]])[] = [
  ['mixed weights and zeros', [8, 4, 0, 2, 1, 0.5, 3, 0]],
  ['a heavy head', [200, 1, 2, 3, 0, 4]],
  ['a head beyond the table', [1e6, 1, 2, 3, 4]],
  ['equal weights', [1, 1, 1, 1, 1]],
];

describe.each(cases)('weighted sampling without replacement of %s', (name, weights) => {
  const sampler = weightedSampler(weights);
  const drawable = weights.filter((weight) => weight > 0).length;

  it.each(Array.from({ length: drawable }, (_, i) => i + 1))('draws ordered samples of %d exactly', (k) => {
    if (k === 1 && name === 'a head beyond the table') {
      expect(sampler.sample(specRng('head'), 1)[0]).toBe(0);
      return;
    }
    expect(fit(sampler.sample, weights, k, 'prepared')).toBeGreaterThan(5e-7);
    expect(fit((rng) => weightedSample(rng, weights, k), weights, k, 'once')).toBeGreaterThan(5e-7);
  });
});

describe('weightedSampler', () => {
  const head = weightedSampler(Float64Array.from({ length: 100_000 }, (_, i) => (i === 0 ? 900_000 : 1)));

  it('knows its weights', () => {
    const { size, drawable, total } = weightedSampler([8, 0, 4]);
    expect([size, drawable, total]).toEqual([3, 2, 12]);
  });

  it('takes few draws, whatever the size', () => {
    const even = weightedSampler(new Float64Array(100_000).fill(1));
    const rng = countingRng(specRng('few'));
    const sample = even.sample(rng, 1000);
    expect(new Set(sample).size).toBe(1000);
    expect(rng.draws / 2000).toBeLessThan(1.05);
    rng.draws = 0;
    for (let i = 0; i < 100; i++) even.sample(rng, 0);
    expect(rng.draws).toBe(0);
  });

  it('puts up with a heavy head where that is cheaper than a race', () => {
    const rng = countingRng(specRng('head'));
    const sample = head.sample(rng, 500);
    expect(new Set(sample).size).toBe(500);
    // 10 tries an index.
    expect(rng.draws).toBeLessThan(12_000);
    rng.draws = 0;
    // Of all of them, a race.
    expect(new Set(head.sample(rng, 100_000)).size).toBe(100_000);
    expect(rng.draws).toBeLessThan(2.2 * 100_000);
  });

  it('keeps no state, and copies its weights', () => {
    const weights = [3, 2, 1, 0];
    const sampler = weightedSampler(weights);
    const first = sampler.sample(specRng('state'), 3);
    weights.fill(1);
    sampler.sample(specRng('other'), 2);
    expect(sampler.sample(specRng('state'), 3)).toEqual(first);
    expect(Object.isFrozen(sampler)).toBe(true);
  });

  it('writes to the front of an array that is given', () => {
    const out = new Int32Array(5).fill(-1);
    expect(weightedSampler([1, 2, 3]).sample(specRng('out'), 2, out)).toBe(out);
    expect(Array.from(out.subarray(2))).toEqual([-1, -1, -1]);
    expect(weightedSample(specRng('out'), [1, 0], 1, out)).toBe(out);
    expect(out[0]).toBe(0);
  });

  it('orders weights that are too far apart for a double of their ratio', () => {
    const weights = [1e-320, 1e300, 5e-324, 1];
    expect(Array.from(weightedSampler(weights).sample(specRng('far'), 4)).slice(0, 2)).toEqual([1, 3]);
    expect(Array.from(weightedSample(specRng('far'), weights, 2))).toEqual([1, 3]);
  });

  it.each([
    [[1, 0], 2, undefined, 'k'],
    [[1, 1], -1, undefined, 'k'],
    [[1, 1], 1.5, undefined, 'k'],
    [[1, 1], 2, new Int32Array(1), 'out.length'],
    [[1, -1], 1, undefined, 'weights[1]'],
    [[], 0, undefined, 'weights'],
    [[0], 0, undefined, 'sum of weights'],
  ] as const)('refuses %p, %p, %p', (weights, k, out, field) => {
    const refused = expect.objectContaining({ code: 'PARAMETER_INVALID', field }) as Error;
    expect(() => weightedSampler(weights).sample(specRng('no'), k, out)).toThrow(refused);
    expect(() => weightedSample(specRng('no'), weights, k, out)).toThrow(refused);
  });
});

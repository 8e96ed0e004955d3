import { streams } from '@synth/core';
import fc from 'fast-check';
import { kthLargest } from './kth-largest';
import { rankingMetrics } from './metrics';
import { permutation } from './permutation';
import { topItems } from './top-items';

const scores = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(-Infinity)), { maxLength: 40 });
const rng = (seed: number) => streams({ seed, dataset: 'test' }).stream('x').at(0);

describe('topItems', () => {
  it('is the head of the sorted list', () => {
    fc.assert(
      fc.property(scores, fc.nat(45), fc.nat(), (list, n, seed) => {
        const ties = permutation(rng(seed), list.length);
        const expected = list
          .map((_, item) => item)
          .filter((item) => list[item] !== -Infinity)
          .sort((a, b) => list[b]! - list[a]! || ties[a]! - ties[b]!)
          .slice(0, n);
        expect(Array.from(topItems(Float64Array.from(list), ties, n))).toEqual(expected);
      }),
    );
  });
});

describe('kthLargest', () => {
  it('is the k-th of the sorted list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 }),
        fc.nat(),
        (list, at) => {
          const k = 1 + (at % list.length);
          const sorted = [...list].sort((a, b) => b - a);
          expect(kthLargest(Float64Array.from([...list, 99]), list.length, k)).toBe(sorted[k - 1]);
        },
      ),
    );
  });
});

describe('permutation', () => {
  it('holds every index once, each equally likely to be first', () => {
    const firsts = new Array<number>(6).fill(0);
    for (let seed = 0; seed < 6000; seed++) {
      const order = permutation(rng(seed), 6);
      firsts[order[0]!]!++;
      expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    }
    // Binomial(6000, 1/6): sd 28.9, z = 5.
    for (const count of firsts) expect(Math.abs(count - 1000)).toBeLessThan(145);
  });
});

describe('rankingMetrics', () => {
  const lists = fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 20 });
  const held = fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 20 });

  it('stays in [0, 1]; 0 without a hit, 1 exactly when the list begins with what was held out', () => {
    fc.assert(
      fc.property(lists, held, fc.integer({ min: 1, max: 12 }), (ranked, test, k) => {
        const wanted = new Set(test);
        const { ndcg, recall } = rankingMetrics(ranked, wanted, k);
        const hits = ranked.slice(0, k).filter((item) => wanted.has(item)).length;
        expect(recall).toBe(hits / test.length);
        expect(ndcg).toBeGreaterThanOrEqual(0);
        expect(ndcg).toBeLessThanOrEqual(1 + 1e-12);
        expect(ndcg === 0).toBe(hits === 0);
        const head = ranked.slice(0, Math.min(k, test.length));
        const perfect = head.length === Math.min(k, test.length) && head.every((item) => wanted.has(item));
        expect(Math.abs(ndcg - 1) < 1e-12).toBe(perfect);
      }),
    );
  });

  it('discounts by the logarithm of the rank', () => {
    // (1/log2(3) + 1/log2(4)) / (1 + 1/log2(3))
    expect(rankingMetrics([9, 1, 2], new Set([1, 2]), 3).ndcg).toBeCloseTo(0.6934264036172708, 15);
  });

  it('takes min(k, held out) hits as ideal', () => {
    expect(rankingMetrics([1, 2], new Set([1, 2, 3, 4, 5]), 2)).toEqual({ ndcg: 1, recall: 0.4 });
  });
});

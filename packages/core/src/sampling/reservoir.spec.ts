import { chiSquareTest, standardErrorOfMean, zScore } from '@synth/testkit';
import { specRng } from '../../test/agrees-with-reference';
import { countingRng } from '../../test/counting-rng';
import { reservoir } from './reservoir';

describe('reservoir', () => {
  const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

  it.each([
    [1, 7],
    [2, 6],
    [3, 6],
    [5, 6],
  ])('keeps each set of %d of %d with the same probability', (k, n) => {
    const rng = specRng('reservoir', k);
    const samples = 40_000;
    const seen = new Map<string, number>();
    for (let i = 0; i < samples; i++) {
      const key = reservoir(rng, range(n), k).sort().join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    let sets = 1;
    for (let i = 1; i <= k; i++) sets = (sets * (n - k + i)) / i;
    expect(seen.size).toBe(sets);
    const counts = [...seen.values()];
    expect(chiSquareTest(counts, new Array<number>(sets).fill(samples / sets)).p).toBeGreaterThan(5e-7);
  });

  it('keeps early and late values of a long stream alike', () => {
    const rng = specRng('reservoir long');
    const [samples, k, n, cells] = [2000, 10, 1000, 20];
    const counts = new Float64Array(cells);
    for (let i = 0; i < samples; i++) {
      const kept = reservoir(rng, range(n), k);
      expect(new Set(kept).size).toBe(k);
      for (const value of kept) counts[Math.floor((value * cells) / n)]!++;
    }
    const expected = new Float64Array(cells).fill((samples * k) / cells);
    expect(chiSquareTest(counts, expected).p).toBeGreaterThan(5e-7);
  });

  it('takes the documented number of draws', () => {
    const rng = countingRng(specRng('reservoir draws'));
    const [samples, k, n] = [1000, 10, 1000];
    for (let i = 0; i < samples; i++) reservoir(rng, range(n), k);
    // A value at place i enters with chance k / i, whatever the others did.
    let entering = 0;
    let variance = 0;
    for (let i = k + 1; i <= n; i++) {
      entering += k / i;
      variance += (k / i) * (1 - k / i);
    }
    const entered = (rng.draws / samples - 4.14) / 5.14;
    expect(Math.abs(zScore(entered, entering, standardErrorOfMean(variance, samples)))).toBeLessThan(5);
    expect(entering / (k * Math.log(n / k))).toBeCloseTo(1, 1);
  });

  it('keeps all of a stream that is no longer than asked, without a draw', () => {
    const rng = countingRng(specRng('reservoir short'));
    expect(reservoir(rng, 'abc', 5)).toEqual(['a', 'b', 'c']);
    expect(reservoir(rng, [], 5)).toEqual([]);
    expect(reservoir(rng, [1, 2], 0)).toEqual([]);
    expect(rng.draws).toBe(0);
    expect(reservoir(rng, [1, 2], 2)).toEqual([1, 2]);
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses to keep %d values', (k) => {
    expect(() => reservoir(specRng('no'), [1], k)).toThrow(
      expect.objectContaining({ code: 'PARAMETER_INVALID', field: 'k' }),
    );
  });
});

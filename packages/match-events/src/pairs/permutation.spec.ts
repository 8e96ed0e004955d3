import { streams } from '@synth/core';
import { chiSquareTest } from '@synth/testkit';
import * as fc from 'fast-check';
import { permutation } from './permutation';

const keyed = (size: number, key = 0) =>
  permutation(size, streams({ seed: 'permutation', dataset: 'test' }).stream('key').at(key));

describe('permutation', () => {
  it('is a bijection of every size', () => {
    const isBijection = (size: number, key: number): boolean => {
      const order = keyed(size, key);
      const seen = new Uint8Array(size);
      for (let i = 0; i < size; i++) seen[order(i)] = 1;
      return seen.every((one) => one === 1);
    };
    for (let size = 1; size <= 300; size++) expect([size, isBijection(size, size)]).toEqual([size, true]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), fc.nat(1000), (size, key) =>
        expect(isBijection(size, key)).toBe(true),
      ),
      { numRuns: 30 },
    );
  });

  it('stays below sizes near 2^53 and repeats nothing', () => {
    for (const size of [2 ** 53 - 1, 1e15, 999_999_000_000]) {
      const order = keyed(size);
      const values = Array.from({ length: 10_000 }, (_, i) => order(i));
      expect(values.every((value) => Number.isSafeInteger(value) && value >= 0 && value < size)).toBe(true);
      expect(new Set(values).size).toBe(values.length);
      const last = order(size - 1);
      expect(last < size && !values.includes(last)).toBe(true);
    }
  });

  it('puts neighbours anywhere: places and distances of images are uniform', () => {
    const size = 1_000_003;
    const order = keyed(size, 5);
    const cells = 50;
    const places = new Float64Array(cells);
    const steps = new Float64Array(cells);
    const n = 100_000;
    for (let i = 0; i < n; i++) {
      const cell = Math.floor((order(i) / size) * cells);
      const step = (order(i + 1) - order(i) + size) % size;
      const stepCell = Math.floor((step / size) * cells);
      places[cell] = places[cell]! + 1;
      steps[stepCell] = steps[stepCell]! + 1;
    }
    const expected = new Float64Array(cells).fill(n / cells);
    expect(chiSquareTest(places, expected).p).toBeGreaterThan(1e-6);
    expect(chiSquareTest(steps, expected).p).toBeGreaterThan(1e-6);
  });

  it('differs by key', () => {
    const [one, two] = [keyed(10_000, 1), keyed(10_000, 2)];
    let same = 0;
    for (let i = 0; i < 10_000; i++) if (one(i) === two(i)) same++;
    // Poisson of mean 1.
    expect(same).toBeLessThan(10);
  });
});

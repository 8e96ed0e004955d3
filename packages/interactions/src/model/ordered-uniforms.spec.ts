import { streams } from '@synth/core';
import { orderedUniforms } from './ordered-uniforms';

const stream = streams({ seed: 'ordered', dataset: 'test' }).stream('times');
const runs = 40_000;

it.each([1, 2, 7])('has the law of %i uniform numbers in order', (count) => {
  const sums = new Float64Array(count);
  const squares = new Float64Array(count);
  const out = new Float64Array(count + 1);
  for (let run = 0; run < runs; run++) {
    orderedUniforms(stream.at(run), out, count);
    for (let i = 0; i < count; i++) {
      expect(out[i]! >= (i === 0 ? 0 : out[i - 1]!) && out[i]! <= 1).toBe(true);
      sums[i]! += out[i]!;
      squares[i]! += out[i]! ** 2;
    }
  }
  for (let i = 0; i < count; i++) {
    // The i-th of n is Beta(i, n + 1 - i).
    const mean = (i + 1) / (count + 1);
    const variance = (mean * (1 - mean)) / (count + 2);
    expect(Math.abs(sums[i]! / runs - mean)).toBeLessThan(5 * Math.sqrt(variance / runs));
    expect(squares[i]! / runs - (sums[i]! / runs) ** 2).toBeCloseTo(variance, 2);
  }
});

it('has no number where none is wanted', () => {
  const out = Float64Array.of(-1, -2);
  orderedUniforms(stream.at(1), out, 0);
  expect(out[1]).toBe(-2);
});

it('is uniform as a whole', () => {
  const count = 5;
  const out = new Float64Array(count + 1);
  const all = new Float64Array(count * runs);
  for (let run = 0; run < runs; run++) {
    orderedUniforms(stream.at(run), out, count);
    all.set(out.subarray(0, count), count * run);
  }
  all.sort();
  let distance = 0;
  all.forEach((value, i) => (distance = Math.max(distance, Math.abs(value - (i + 0.5) / all.length))));
  expect(distance).toBeLessThan(1.95 / Math.sqrt(all.length));
});

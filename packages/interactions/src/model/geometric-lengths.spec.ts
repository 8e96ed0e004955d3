import { streams } from '@synth/core';
import { geometricLengths } from './geometric-lengths';

it.each([1, 1.5, 4, 40, 900])('finds what the logarithm says, at a mean of %d', (mean) => {
  const lengthAt = geometricLengths(mean);
  const rng = streams({ seed: 'lengths', dataset: 'test' }).stream('u').at(0);
  const further = mean === 1 ? 0 : 1 / Math.log(1 - 1 / mean);
  let sum = 0;
  const draws = 20_000;
  for (let i = 0; i < draws; i++) {
    const u = rng.nextF64();
    const length = lengthAt(u);
    expect(length).toBe(1 + Math.floor(Math.log(1 - u) * further));
    sum += length;
  }
  const sd = Math.sqrt(mean * (mean - 1));
  expect(Math.abs(sum / draws - mean)).toBeLessThanOrEqual((4 * sd) / Math.sqrt(draws));
  expect(lengthAt(0)).toBe(1);
  expect(lengthAt(1 - 2 ** -53)).toBe(mean === 1 ? 1 : 1 + Math.floor(Math.log(2 ** -53) * further));
});

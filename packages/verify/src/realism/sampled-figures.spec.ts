import { streams } from '@synth/core';
import { interactions } from '@synth/interactions';
import { matrixFromIndices } from '@synth/interactions';
import { calibration, calibrationFigures } from '@synth/interactions/evaluate';
import { groupErrors, itemFigures } from './sampled-figures';

it('has the figures of items that calibration has, where all users are there', () => {
  const matrix = interactions({ users: 120, items: 200, seed: 1 }).matrix();
  const rows = new Float64Array(matrix.cols);
  for (const item of matrix.indices) rows[item]!++;
  const whole = calibrationFigures(calibration(matrix));
  for (const [name, value] of Object.entries(itemFigures(rows, matrix))) {
    expect([name, value]).toEqual([name, expect.closeTo(whole[name]!, 12)]);
  }
});

it('errs as much as a mean of users does', () => {
  const rng = streams({ seed: 2, dataset: 'test' }).stream('x').at(0);
  const lengths = Array.from({ length: 4000 }, () => 1 + Math.floor(rng.nextF64() * 9));
  const matrix = matrixFromIndices({
    rows: 4000,
    cols: 9,
    userIndices: lengths.flatMap((length, user) => new Array<number>(length).fill(user)),
    itemIndices: lengths.flatMap((length) => Array.from({ length }, (_, item) => item)),
  });
  const { mean } = groupErrors(matrix, (part) => ({ mean: part.indices.length / part.rows }), { seed: 3 });
  // Uniform on 1 to 9: sd 2.58, and its mean over 4,000 errs by .0408. Eight groups tell that within a factor of two.
  expect(mean).toBeGreaterThan(0.0408 / 2);
  expect(mean).toBeLessThan(0.0408 * 2);
});

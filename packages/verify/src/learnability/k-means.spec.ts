import { normal, streams } from '@synth/core';
import { kMeans } from './k-means';

const rng = (seed: number) => streams({ seed, dataset: 'test' }).stream('points').at(0);

/** `k` clouds of `each` points in the plane, far apart. */
function clouds(k: number, each: number) {
  const z = normal({ mean: 0, sd: 1 });
  const draw = rng(1);
  const values = Float64Array.from({ length: 2 * k * each }, (_, at) => {
    const angle = (2 * Math.PI * Math.floor(at / (2 * each))) / k;
    return 50 * (at % 2 === 0 ? Math.cos(angle) : Math.sin(angle)) + z.draw(draw);
  });
  return { values, size: k * each, width: 2 };
}

it('finds clouds that are far apart', () => {
  const labels = kMeans(clouds(7, 30), 7, rng(2));
  const byCloud = Array.from({ length: 7 }, (_, c) => new Set(labels.subarray(30 * c, 30 * (c + 1))));
  expect(byCloud.map(({ size }) => size)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(new Set(byCloud.flatMap((set) => [...set])).size).toBe(7);
});

it('gives each point to the nearest mean', () => {
  const draw = rng(3);
  const points = { values: Float64Array.from({ length: 600 }, () => draw.nextF64()), size: 200, width: 3 };
  const labels = kMeans(points, 5, rng(4));
  const row = (at: number) => Array.from(points.values.subarray(3 * at, 3 * at + 3));
  const means = Array.from({ length: 5 }, (_, c) => {
    const own = Array.from({ length: 200 }, (_p, at) => at).filter((at) => labels[at] === c);
    return [0, 1, 2].map((f) => own.reduce((sum, at) => sum + row(at)[f]!, 0) / own.length);
  });
  for (let at = 0; at < 200; at++) {
    const distances = means.map((mean) =>
      mean.reduce((sum, value, f) => sum + (value - row(at)[f]!) ** 2, 0),
    );
    expect(distances[labels[at]!]).toBeCloseTo(Math.min(...distances), 12);
  }
});

it('is the same each time, and copes with points that are all equal', () => {
  expect(kMeans(clouds(3, 9), 4, rng(5))).toEqual(kMeans(clouds(3, 9), 4, rng(5)));
  const labels = kMeans({ values: new Float64Array(20), size: 10, width: 2 }, 3, rng(6));
  expect(new Set(labels).size).toBe(1);
});

import { normal, streams } from '@synth/core';
import { symmetricEigen } from './symmetric-eigen';

const rng = streams({ seed: 5, dataset: 'test' }).stream('eigen').at(0);
const z = normal({ mean: 0, sd: 1 });

/** A random symmetric matrix, or one of low rank: many eigenvalues are equal. */
function symmetric(n: number, rank: number): Float64Array {
  const factors = Array.from({ length: rank }, () => z.fill(rng, new Float64Array(n)));
  const a = new Float64Array(n * n);
  factors.forEach((v, f) => {
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) a[i * n + j]! += (f % 2 === 0 ? 1 : -1) * v[i]! * v[j]!;
  });
  return a;
}

it.each([
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 1],
  [17, 17],
  [40, 5],
  [60, 60],
])('of size %i and rank %i: vectors are orthonormal, and A v = value v', (n, rank) => {
  const a = symmetric(n, rank);
  const { values, vectors } = symmetricEigen(a, n);
  const size = Math.max(1, ...values.map(Math.abs));
  expect([...values]).toEqual([...values].sort((x, y) => y - x));
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < n; k++) {
      let product = 0;
      let image = 0;
      for (let i = 0; i < n; i++) {
        product += vectors[i * n + j]! * vectors[i * n + k]!;
        image += a[k * n + i]! * vectors[i * n + j]!;
      }
      expect(product).toBeCloseTo(j === k ? 1 : 0, 11);
      expect(image / size).toBeCloseTo((values[j]! * vectors[k * n + j]!) / size, 11);
    }
  }
});

it('leaves a diagonal matrix as it is', () => {
  const { values, vectors } = symmetricEigen(Float64Array.of(1, 0, 0, 0, 3, 0, 0, 0, 2), 3);
  expect([...values]).toEqual([3, 2, 1]);
  expect([...vectors]).toEqual([0, 0, 1, 1, 0, 0, 0, 1, 0]);
});

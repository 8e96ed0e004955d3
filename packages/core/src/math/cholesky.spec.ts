import { normal } from '../distributions/normal';
import { streams } from '../random/streams';
import { cholesky, choleskyInverse, choleskySolve } from './cholesky';

const n = 7;
const draws = normal({ mean: 0, sd: 1 }).fill(
  streams({ seed: 1, dataset: 'test' }).stream('cholesky').at(0),
  new Float64Array(n * n),
);
/** B B' + I, dense. */
const a = Float64Array.from({ length: n * n }, (_, at) => {
  const [i, j] = [Math.floor(at / n), at % n];
  let sum = i === j ? 1 : 0;
  for (let k = 0; k < n; k++) sum += draws[i * n + k]! * draws[j * n + k]!;
  return sum;
});

it('inverts and solves: A times the result is the identity and the right-hand side', () => {
  const l = a.slice();
  expect(cholesky(l, n)).toBe(true);
  const inverse = choleskyInverse(l, n);
  const b = Float64Array.from({ length: n }, (_, i) => i - 2);
  const x = b.slice();
  choleskySolve(l, n, x);
  for (let i = 0; i < n; i++) {
    let solved = 0;
    for (let k = 0; k < n; k++) solved += a[i * n + k]! * x[k]!;
    expect(solved).toBeCloseTo(b[i]!, 10);
    for (let j = 0; j < n; j++) {
      let product = 0;
      for (let k = 0; k < n; k++) product += a[i * n + k]! * inverse[k * n + j]!;
      expect(product).toBeCloseTo(i === j ? 1 : 0, 10);
    }
  }
});

it('says when a matrix is not positive definite', () => {
  expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBe(false);
});

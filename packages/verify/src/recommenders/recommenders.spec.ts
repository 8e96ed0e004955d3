import type { InteractionMatrix } from '@synth/interactions';
import { matrixFromIndices } from '@synth/interactions';
import type { Recommender } from '@synth/interactions/evaluate';
import { tieOrder } from '@synth/interactions/evaluate';
import { streams } from '@synth/core';
import { bpr, bprStep } from './bpr';
import { ease } from './ease';
import { initialFactors } from './factor-model';
import { ials } from './ials';
import { infoNce } from './info-nce';
import { twoTower } from './two-tower';

const rows = 14;
const cols = 10;

function randomMatrix(seed: number): InteractionMatrix {
  const rng = streams({ seed, dataset: 'test' }).stream('matrix').at(0);
  const cells = Array.from({ length: rows * cols }, (_, at) => at).filter(() => rng.nextF64() < 0.35);
  return matrixFromIndices({
    rows,
    cols,
    userIndices: cells.map((at) => Math.floor(at / cols)),
    itemIndices: cells.map((at) => at % cols),
  });
}

const dense = (matrix: InteractionMatrix): number[][] =>
  Array.from({ length: rows }, (_, user) =>
    Array.from({ length: cols }, (_, item) =>
      matrix.indices.subarray(matrix.indptr[user]!, matrix.indptr[user + 1]!).includes(item) ? 1 : 0,
    ),
  );

const product = (a: number[][], b: number[][]): number[][] =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));

const transposed = (a: number[][]): number[][] => a[0]!.map((_, j) => a.map((row) => row[j]!));

/** Gauss-Jordan with pivots. */
function inverted(a: number[][]): number[][] {
  const n = a.length;
  const work = a.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let i = 0; i < n; i++) {
    const pivot = work
      .slice(i)
      .reduce((best, row, k) => (Math.abs(row[i]!) > Math.abs(work[best]![i]!) ? i + k : best), i);
    [work[i], work[pivot]] = [work[pivot]!, work[i]!];
    const scale = work[i]![i]!;
    work[i] = work[i]!.map((value) => value / scale);
    for (let k = 0; k < n; k++) {
      const factor = work[k]![i]!;
      if (k !== i) work[k] = work[k]!.map((value, j) => value - factor * work[i]![j]!);
    }
  }
  return work.map((row) => row.slice(n));
}

function rankings(recommender: Recommender, matrix: InteractionMatrix): number[][] {
  const model = recommender.fit(matrix, { seed: 1 });
  return Array.from({ length: rows }, (_, user) => Array.from(model.recommend(user, cols)));
}

function ranked(scores: number[][], x: number[][]): number[][] {
  const ties = tieOrder(cols, 1);
  return scores.map((row, user) =>
    row
      .map((_, item) => item)
      .filter((item) => x[user]![item] === 0)
      .sort((a, b) => row[b]! - row[a]! || ties[a]! - ties[b]!),
  );
}

describe.each([1, 2, 3])('on matrix %i', (seed) => {
  const matrix = randomMatrix(seed);
  const x = dense(matrix);

  it('EASE ranks as the closed form does', () => {
    const gram = product(transposed(x), x).map((row, i) => row.map((value, j) => value + (i === j ? 3 : 0)));
    const p = inverted(gram);
    const b = p.map((row, i) => row.map((value, j) => (i === j ? 0 : -value / p[j]![j]!)));
    expect(rankings(ease({ lambda: 3 }), matrix)).toEqual(ranked(product(x, b), x));
  });

  it('iALS ranks as solving the weighted equations does', () => {
    const [factors, alpha, lambda, sweeps] = [3, 4, 0.5, 5];
    const start = initialFactors(matrix, { model: 'ials', seed: 1, factors, sd: 0.1 });
    const table = (values: Float64Array): number[][] =>
      Array.from({ length: values.length / factors }, (_, row) =>
        Array.from(values.subarray(row * factors, (row + 1) * factors)),
      );
    const solve = (targets: number[][], columns: number[][]): number[][] =>
      targets.map((target) => {
        const weighted = columns.map((v, c) => v.map((value) => value * (1 + alpha * target[c]!)));
        const left = product(transposed(columns), weighted).map((row, i) =>
          row.map((value, j) => value + (i === j ? lambda : 0)),
        );
        const right = transposed(weighted).map((row) => [
          row.reduce((sum, value, c) => sum + value * target[c]!, 0),
        ]);
        return product(inverted(left), right).map(([value]) => value!);
      });
    let users = table(start.users);
    let items = table(start.items);
    for (let sweep = 0; sweep < sweeps; sweep++) {
      users = solve(x, items);
      items = solve(transposed(x), users);
    }
    expect(rankings(ials({ factors, alpha, lambda, sweeps }), matrix)).toEqual(
      ranked(product(users, transposed(items)), x),
    );
  });
});

it('BPR steps up the gradient of its objective', () => {
  const matrix = randomMatrix(4);
  const [rate, lambda, factors] = [1e-6, 0.3, 3];
  const fresh = () => ({
    ...initialFactors(matrix, { model: 'bpr', seed: 1, factors, sd: 1 }),
    biases: Float64Array.from({ length: cols }, (_, item) => item / 10),
  });
  const objective = ({ users, items, biases }: ReturnType<typeof fresh>): number => {
    const part = (values: Float64Array, row: number) => values.subarray(row * factors, (row + 1) * factors);
    const [u, i, j] = [part(users, 2), part(items, 5), part(items, 7)];
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, f) => sum + value * b[f]!, 0);
    const squares = dot(u, u) + dot(i, i) + dot(j, j) + biases[5]! ** 2 + biases[7]! ** 2;
    const margin = biases[5]! - biases[7]! + dot(u, i) - dot(u, j);
    return -Math.log(1 + Math.exp(-margin)) - (lambda / 2) * squares;
  };
  const stepped = fresh();
  bprStep(stepped, { rate, lambda })(2, 5, 7);
  for (const name of ['users', 'items', 'biases'] as const) {
    stepped[name].forEach((value, at) => {
      const [up, down] = [fresh(), fresh()];
      up[name][at]! += 1e-4;
      down[name][at]! -= 1e-4;
      const slope = (objective(up) - objective(down)) / 2e-4;
      expect((value - fresh()[name][at]!) / rate).toBeCloseTo(slope, 5);
    });
  }
});

it('InfoNCE has the gradients of its loss, which is as written down', () => {
  const batch = {
    size: 4,
    width: 2,
    users: Float64Array.of(0.3, -1, 0.5, 0.2, -0.7, 0.1, 1, 0.4),
    items: Float64Array.of(0.1, 0.9, -0.4, 0.6, 0.1, 0.9, -1, 0.2),
    corrections: Float64Array.of(-1, -2, -1, -3),
    itemOf: Int32Array.of(8, 3, 8, 5),
  };
  const temperature = 0.7;
  const plain = ({ users, items, corrections, itemOf }: typeof batch): number => {
    let loss = 0;
    for (let i = 0; i < 4; i++) {
      const logit = (j: number): number =>
        (users[2 * i]! * items[2 * j]! + users[2 * i + 1]! * items[2 * j + 1]!) / temperature -
        corrections[j]!;
      let sum = 0;
      for (let j = 0; j < 4; j++) if (j === i || itemOf[j] !== itemOf[i]) sum += Math.exp(logit(j));
      loss -= Math.log(Math.exp(logit(i)) / sum) / 4;
    }
    return loss;
  };
  const gradients = { users: new Float64Array(8), items: new Float64Array(8) };
  expect(infoNce(batch, temperature, gradients)).toBeCloseTo(plain(batch), 12);
  for (const name of ['users', 'items'] as const) {
    gradients[name].forEach((slope, at) => {
      const moved = (by: number) => ({
        ...batch,
        [name]: batch[name].map((value, k) => (k === at ? value + by : value)),
      });
      expect(slope).toBeCloseTo((plain(moved(1e-5)) - plain(moved(-1e-5))) / 2e-5, 7);
    });
  }
});

/** Two tastes: users take four of the six items of their half. */
const halves = matrixFromIndices({
  rows: 30,
  cols: 12,
  userIndices: Array.from({ length: 120 }, (_, k) => Math.floor(k / 4)),
  itemIndices: Array.from(
    { length: 120 },
    (_, k) => (Math.floor(k / 4) % 2) * 6 + ((Math.floor(k / 8) + (k % 4)) % 6),
  ),
});

it.each<Recommender>([
  ease({ lambda: 2 }),
  ials({ factors: 4, lambda: 1 }),
  bpr({ factors: 4 }),
  twoTower({ factors: 4, batch: 16, epochs: 40 }),
  twoTower({ factors: 4, batch: 16, epochs: 40, logQ: false }),
])('$name recommends what others of the same taste took, the same each time', (recommender) => {
  const model = recommender.fit(halves, { seed: 'a' });
  const again = recommender.fit(halves, { seed: 'a' });
  for (let user = 0; user < 30; user++) {
    const best = Array.from(model.recommend(user, 2));
    expect(best.map((item) => Math.floor(item / 6))).toEqual([user % 2, user % 2]);
    expect(Array.from(again.recommend(user, 2))).toEqual(best);
  }
});

it.each([
  () => ease({ lambda: 0 }),
  () => ials({ factors: 0 }),
  () => bpr({ rate: -1 }),
  () => twoTower({ batch: 1.5 }),
  () => ease().fit({ rows: 0, cols: 5001, indptr: Int32Array.of(0), indices: new Int32Array(0) }),
])('refuses options out of bounds', (make) => {
  expect(make).toThrow(expect.objectContaining({ code: 'MODEL_OPTION' }));
});

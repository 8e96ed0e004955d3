import { streams } from '@synth/core';
import { matrixFromIndices } from '@synth/interactions';
import { coldItems } from './cold-items';

const cells = (() => {
  const rng = streams({ seed: 4, dataset: 'test' }).stream('cells').at(0);
  return Array.from({ length: 1500 }, (_, k) => ({
    user: k % 100,
    item: ((k % 100) % 4) + 4 * Math.floor(rng.nextF64() * 40),
  }));
})();
const matrix = matrixFromIndices({
  rows: 100,
  cols: 160,
  userIndices: cells.map(({ user }) => user),
  itemIndices: cells.map(({ item }) => item),
});
const content = (groupOf: (item: number) => number) => ({
  values: Float64Array.from({ length: 640 }, (_, at) => (groupOf(Math.floor(at / 4)) === at % 4 ? 1 : 0)),
  width: 4,
});

it('co-occurrence finds no item without users, content does', () => {
  const figures = coldItems(
    matrix,
    content((item) => item % 4),
    { seed: 1 },
  );
  expect(figures['coldItemKnn']).toBe(0);
  // Four groups of the same size, and every user has one: four times chance, but for the taken items.
  expect(figures['coldContentLift']).toBeGreaterThan(2);
  expect(figures['coldContentLift']).toBeLessThan(8);
});

it('content that says nothing is as good as chance', () => {
  const { coldContentLift } = coldItems(
    matrix,
    content((item) => Math.floor(item / 40)),
    { seed: 1 },
  );
  expect(coldContentLift).toBeGreaterThan(0.5);
  expect(coldContentLift).toBeLessThan(1.5);
});

it('judges nobody where nobody has both', () => {
  const single = matrixFromIndices({ rows: 3, cols: 3, userIndices: [0, 1, 2], itemIndices: [0, 1, 2] });
  expect(coldItems(single, { values: new Float64Array(3), width: 1 }, { seed: 1 })).toEqual({});
});

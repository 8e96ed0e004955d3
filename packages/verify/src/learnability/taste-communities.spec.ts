import { streams } from '@synth/core';
import { matrixFromIndices } from '@synth/interactions';
import { degreePreservingShuffle } from '@synth/interactions/evaluate';
import { tasteCommunities } from './taste-communities';

const users = 120;
const items = 90;

/** Three groups; a user takes 12 items, of which most are of one group. */
function world(groups: number) {
  const rng = streams({ seed: 1, dataset: 'test' }).stream('world').at(0);
  const cells = Array.from({ length: users * 12 }, (_, k) => {
    const user = k % users;
    const group = rng.nextF64() < 0.85 ? user % groups : Math.floor(rng.nextF64() * groups);
    return { user, item: group + groups * Math.floor(rng.nextF64() * (items / groups)) };
  });
  const tastes = Float64Array.from({ length: users * groups }, (_, at) =>
    Math.floor(at / groups) % groups === at % groups ? 0.9 : 0.1 / groups,
  );
  return {
    matrix: matrixFromIndices({
      rows: users,
      cols: items,
      userIndices: cells.map(({ user }) => user),
      itemIndices: cells.map(({ item }) => item),
    }),
    truth: {
      tastes,
      groups: Array.from({ length: groups }, (_, g) => `g${g}`),
      groupOf: Int32Array.from({ length: items }, (_, item) => item % groups),
      weights: new Float64Array(items).fill(1 / items),
    },
  };
}

it('finds the groups that were planted, and none in a shuffled copy', () => {
  const { matrix, truth } = world(3);
  const figures = tasteCommunities(matrix, degreePreservingShuffle(matrix, { seed: 2 }), truth, { seed: 3 });
  expect(figures['itemCommunities']).toBeGreaterThan(0.9);
  expect(figures['userCommunities']).toBeGreaterThan(0.9);
  expect(figures['itemPurity']).toBeGreaterThan(0.95);
  // 0 by chance; the standard deviation at 90 items in 3 groups is about .01.
  expect(Math.abs(figures['nullItemCommunities']!)).toBeLessThan(0.06);
  expect(Math.abs(figures['nullUserCommunities']!)).toBeLessThan(0.06);
});

it('has nothing to say of one group', () => {
  const { matrix, truth } = world(1);
  expect(tasteCommunities(matrix, matrix, truth, { seed: 3 })).toEqual({});
});

import { matrixFromIndices } from '@synth/interactions';
import { verifyMatrix } from '../src/index';

it('names the model that more than 5,000 items are too many for, and why', () => {
  // 40 groups of 13 users, each with 30 of the 130 items of the group.
  const pairs = Array.from({ length: 520 * 30 }, (_, at) => {
    const user = Math.floor(at / 30);
    const item = (Math.floor(user / 40) * 10 + (at % 30) * 7) % 130;
    return [user, (user % 40) * 130 + item] as const;
  });
  const matrix = matrixFromIndices({
    rows: 520,
    cols: 5200,
    userIndices: pairs.map(([user]) => user),
    itemIndices: pairs.map(([, item]) => item),
  });
  const { leftOut, holdouts } = verifyMatrix(matrix, { models: ['EASE'] });
  expect(leftOut[0]).toEqual({ name: 'EASE', why: '5,200 items; it takes up to 5,000' });
  expect(leftOut.slice(1).map(({ why }) => why)).toEqual(new Array(4).fill('not asked for'));
  expect(holdouts[0]!.scores.map(({ name }) => name)).toEqual(['TopPop', 'ItemKNN', 'UserKNN']);
});

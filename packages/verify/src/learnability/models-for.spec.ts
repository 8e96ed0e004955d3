import { modelsFor } from './models-for';

const names = (rows: number, cols: number, size: number) => {
  const { models, leftOut } = modelsFor({ rows, cols, indices: new Int32Array(size) });
  return { models: models.map(({ name }) => name), leftOut };
};

it('fits every model to small data', () => {
  expect(names(100, 5000, 1000)).toEqual({
    models: ['EASE', 'iALS', 'BPR', 'two-tower', 'two-tower without log q'],
    leftOut: [],
  });
});

it('leaves EASE out beyond 5,000 items, and says why', () => {
  expect(names(100, 5001, 1000).leftOut).toEqual([
    { name: 'EASE', why: '5,001 items; it takes up to 5,000' },
  ]);
});

it('leaves out what would take too long', () => {
  const { models, leftOut } = names(1000, 1000, 60_000_000);
  expect(models).toEqual(['EASE']);
  expect(leftOut.map(({ name }) => name)).toEqual(['iALS', 'BPR', 'two-tower', 'two-tower without log q']);
  expect(leftOut[0]!.why).toBe('60,000,000 interactions would take more than some minutes');
});

it('fits what is asked for, and says so of the others', () => {
  const { models, leftOut } = modelsFor({ rows: 9, cols: 9, indices: new Int32Array(20) }, ['BPR']);
  expect(models.map(({ name }) => name)).toEqual(['BPR']);
  expect(leftOut.map(({ why }) => why)).toEqual([
    'not asked for',
    'not asked for',
    'not asked for',
    'not asked for',
  ]);
});

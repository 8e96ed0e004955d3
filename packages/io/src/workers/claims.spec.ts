import { Claims } from './claims';

it('gives each number once, and none when it is closed', () => {
  const claims = new Claims(9, 3);
  const elsewhere = new Claims(9, claims.memory);
  expect([claims.take(), elsewhere.take(), elsewhere.take(), claims.take()]).toEqual([3, 4, 5, 6]);
  expect([claims.isOver, elsewhere.isOver]).toEqual([false, false]);
  claims.close();
  expect([claims.isOver, elsewhere.isOver, elsewhere.take(), claims.take()]).toEqual([
    true,
    true,
    undefined,
    undefined,
  ]);
});

it('has an end', () => {
  const claims = new Claims(2, 0);
  expect([0, 1, 2, 3].map(() => claims.take())).toEqual([0, 1, undefined, undefined]);
  expect(claims.isOver).toBe(true);
  expect(new Claims(5, 5).isOver).toBe(true);
});

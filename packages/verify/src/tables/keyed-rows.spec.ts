import { keptErrors, KeyedRows } from './keyed-rows';

const filled = (most: number, order: (at: number) => number) => {
  const rows = new KeyedRows(1, { seed: 'rows', name: 'users', most });
  for (let at = 0; at < 4000; at++) rows.add(`u${order(at) % 800}`, [order(at)]);
  return rows.finish();
};

it('keeps all rows up to the limit', () => {
  const { share, keys, columns } = filled(4000, (at) => at);
  expect([share, keys, columns[0]!.length]).toEqual([1, 800, 4000]);
  expect([...columns[0]!]).toEqual(Array.from({ length: 4000 }, (_, at) => at));
});

it('beyond it keeps all rows of some keys, the same in any order', () => {
  const one = filled(1000, (at) => at);
  const other = filled(1000, (at) => (at * 7) % 4000);
  expect(one.share).toBeLessThan(1);
  expect(one.columns[0]!.length).toBeLessThanOrEqual(1000);
  expect(one.columns[0]!.length).toBe(one.keys * 5);
  expect([...other.columns[0]!].sort((a, b) => a - b)).toEqual([...one.columns[0]!].sort((a, b) => a - b));
  one.columns[0]!.forEach((value, row) => {
    const first = one.keyOf.indexOf(one.keyOf[row]!);
    expect(value % 800).toBe(one.columns[0]![first]! % 800);
  });
});

it('tells by eight groups how far a figure would move', () => {
  const kept = filled(2000, (at) => at);
  const counts = Array<number>(8).fill(0);
  kept.groupOf.forEach((group) => counts[group]!++);
  expect(Math.min(...counts)).toBeGreaterThan(kept.keys / 16);
  const figuresOf = ({ columns: [values] }: typeof kept) => ({
    mean: values!.reduce((sum, value) => sum + value, 0) / values!.length,
  });
  const { mean: error } = keptErrors(kept, figuresOf);
  expect(Math.abs(figuresOf(kept).mean - 1999.5)).toBeLessThan(4 * error!);
  expect(error).toBeLessThan(100);
  expect(
    keptErrors(
      filled(4000, (at) => at),
      figuresOf,
    ),
  ).toEqual({});
});

import type { Row } from '@synth/core';
import { streams } from '@synth/core';
import { findingsOf } from './judged-table';

const rng = streams({ seed: 'many', dataset: 'test' }).stream('events').at(0);

const rows: Row[] = Array.from({ length: 3000 }, (_, user) => {
  let time = 1_700_000_000_000 + user * 1000;
  return Array.from({ length: 1 + Math.floor(rng.nextF64() * 12) }, () => {
    time += rng.nextF64() < 0.5 ? 60_000 : 86_400_000;
    const event = rng.nextF64() < 0.1 ? 'purchase' : rng.nextF64() < 0.2 ? 'cart' : 'view';
    return {
      user_id: `u${user}`,
      item_id: Math.floor(rng.nextF64() * 40),
      event_type: event,
      timestamp: time,
    };
  });
}).flat();

it('beyond the limit, users are sampled, counts are exact, and intervals hold the values of all', () => {
  const whole = findingsOf('events', rows);
  const part = findingsOf('events', rows, { maxRows: 6000 });
  expect(whole.share).toBeUndefined();
  expect(part.share).toBeLessThan(1);
  expect(part.rows).toBe(rows.length);
  for (const name of ['viewToCart', 'cartToBuy', 'buyRate']) {
    expect(part.figures[name]).toBe(whole.figures[name]);
    expect(part.errors[name]).toBeUndefined();
  }
  const sampled = ['sessionLength', 'oneEventSessions', 'buyingSessions', 'eventsP90', 'repeatShare'];
  for (const name of sampled) {
    expect(part.errors[name]).toBeGreaterThanOrEqual(0);
    expect(Math.abs(part.figures[name]! - whole.figures[name]!)).toBeLessThanOrEqual(
      4 * part.errors[name]! + 1e-9,
    );
  }
  expect(part.figures['sessionLength']).not.toBe(whole.figures['sessionLength']);
});

it('the sample is that of the seed, in any order of the rows', () => {
  const figuresOf = (order: readonly Row[], seed: string) =>
    findingsOf('events', order, { maxRows: 6000, seed }).figures['sessionLength'];
  expect(figuresOf([...rows].reverse(), 'a')).toBe(figuresOf(rows, 'a'));
  expect(figuresOf(rows, 'b')).not.toBe(figuresOf(rows, 'a'));
});

it('of very many vectors four thousand are looked at, the same in any order', () => {
  const vectors = Array.from({ length: 9000 }, (_, at) => ({
    item_id: `i${at}`,
    category: `c${at % 5}`,
    vector: [1 + rng.nextF64(), 1 + rng.nextF64() * (1 + (at % 5)), rng.nextF64()],
  }));
  const one = findingsOf('vectors', vectors);
  expect(one.share).toBeCloseTo(4000 / 9000, 10);
  expect(one.errors['minCosine']).toBeUndefined();
  expect(one.errors['meanCosine']).toBeGreaterThan(0);
  const other = findingsOf('vectors', [...vectors].reverse());
  expect(other.figures['meanCosine']).toBeCloseTo(one.figures['meanCosine']!, 12);
  expect(other.figures['twoNnDimension']).toBeCloseTo(one.figures['twoNnDimension']!, 9);
});

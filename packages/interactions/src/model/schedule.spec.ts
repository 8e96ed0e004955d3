import { calendar, streams } from '@synth/core';
import { scheduler } from './schedule';

const when = calendar({
  start: '2024-01-01T00:00:00.000Z',
  days: 10,
  timeZone: 'UTC',
  daily: new Array<number>(24).fill(1),
  weekly: new Array<number>(7).fill(1),
});
const day = 86_400_000;
const stream = streams({ seed: 1, dataset: 'test' }).stream('times');
const idRank = Int32Array.from({ length: 20 }, (_, i) => 19 - i);

describe('scheduler', () => {
  it('puts items on moments at random', () => {
    const plain = scheduler({ when, born: undefined, idRank });
    const last = new Map<number, number>();
    const users = 20_000;
    for (let user = 0; user < users; user++) {
      const items = Int32Array.of(0, 1, 2, 3);
      const times = Float64Array.of(1, 2, 3, 4);
      plain.schedule(items, times, 4, stream.at(user));
      expect(Array.from(times)).toEqual([1, 2, 3, 4]);
      last.set(items[3]!, (last.get(items[3]!) ?? 0) + 1);
    }
    for (const count of last.values())
      expect(Math.abs(count / users - 0.25)).toBeLessThan(5 * Math.sqrt(0.1875 / users));
    expect(last.size).toBe(4);
  });

  it('breaks ties of time by id', () => {
    const items = Int32Array.of(4, 9, 2);
    scheduler({ when, born: undefined, idRank }).schedule(items, Float64Array.of(5, 5, 5), 3, stream.at(1));
    expect(Array.from(items)).toEqual([9, 4, 2]);
  });

  it('lets nobody take an item before it exists', () => {
    const born = Float64Array.from({ length: 20 }, (_, i) =>
      i < 5 ? Number.NEGATIVE_INFINITY : when.start + ((i - 4) / 16) * 10 * day,
    );
    const careful = scheduler({ when, born, idRank });
    for (let user = 0; user < 500; user++) {
      const items = Int32Array.from({ length: 12 }, (_, i) => (user + i * 3) % 20).filter(
        (item, at, all) => all.indexOf(item) === at,
      );
      const times = Float64Array.from(items, (_, i) => when.start + i * (user % 7) * 3_600_000);
      const expected = Array.from(items).sort();
      careful.schedule(items, times, items.length, stream.at(user));
      expect(Array.from(items).sort()).toEqual(expected);
      items.forEach((item, i) => {
        expect(times[i]!).toBeGreaterThanOrEqual(born[item]!);
        expect(times[i]!).toBeLessThan(when.end);
        if (i > 0) expect(times[i]!).toBeGreaterThanOrEqual(times[i - 1]!);
      });
    }
  });
});

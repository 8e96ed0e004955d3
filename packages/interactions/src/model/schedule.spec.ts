import { calendar, streams } from '@synth/core';
import { scheduler } from './schedule';
import { sessionGapMs } from './visits';

const when = calendar({
  start: '2024-01-01T00:00:00.000Z',
  days: 10,
  timeZone: 'UTC',
  daily: new Array<number>(24).fill(1),
  weekly: new Array<number>(7).fill(1),
});
const day = 86_400_000;
const stream = streams({ seed: 1, dataset: 'test' }).stream('times');
const idRank = (): Int32Array => Int32Array.from({ length: 20 }, (_, i) => 19 - i);

describe('scheduler', () => {
  const noMove = (): never => {
    throw new Error('no moment has to move');
  };

  it('leaves items and moments where all is well', () => {
    const items = Int32Array.of(3, 0, 2, 1);
    const times = Float64Array.of(1, 2, 3, 4);
    scheduler({ when, born: undefined, idRank }).schedule(items, times, 0, 4, 1, noMove);
    expect([Array.from(items), Array.from(times)]).toEqual([
      [3, 0, 2, 1],
      [1, 2, 3, 4],
    ]);
  });

  it('shortens a pause that would leave it open whether a session ends', () => {
    const times = Float64Array.of(0, sessionGapMs, 2 * sessionGapMs);
    scheduler({ when, born: undefined, idRank }).schedule(Int32Array.of(0, 1, 2), times, 0, 3, 1, noMove);
    expect(Array.from(times)).toEqual([0, sessionGapMs - 1, 2 * sessionGapMs]);
  });

  it('breaks ties of time by id', () => {
    const items = Int32Array.of(19, 4, 9, 2, 0);
    const times = Float64Array.of(5, 5, 5, 5, 5);
    scheduler({ when, born: undefined, idRank }).schedule(items, times, 1, 4, 1, noMove);
    expect(Array.from(items)).toEqual([19, 9, 4, 2, 0]);
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
      careful.schedule(items, times, 0, items.length, user, (one) => stream.at(one));
      expect(Array.from(items).sort()).toEqual(expected);
      items.forEach((item, i) => {
        expect(times[i]!).toBeGreaterThanOrEqual(born[item]!);
        expect(times[i]!).toBeLessThan(when.end);
        if (i > 0) expect(times[i]!).toBeGreaterThanOrEqual(times[i - 1]!);
      });
    }
  });
});

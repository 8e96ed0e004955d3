import { calendar, streams } from '@synth/core';
import { sessionGapMs, visitModel } from './visits';

const when = calendar({
  start: '2024-01-01T00:00:00.000Z',
  days: 90,
  timeZone: 'UTC',
  daily: new Array<number>(24).fill(1),
  weekly: new Array<number>(7).fill(1),
});
const stream = streams({ seed: 1, dataset: 'test' }).stream('times');

function timesOf(model: ReturnType<typeof visitModel>, user: number, count: number): Float64Array {
  const out = new Float64Array(count);
  model.times(stream.at(user), out, 0, count);
  return out;
}

describe('visitModel', () => {
  const model = visitModel({ meanLength: 4, meanGapSeconds: 120 }, when, 2000);

  it('gives ascending moments within the window', () => {
    for (let user = 0; user < 200; user++) {
      const times = timesOf(model, user, 1 + user);
      for (let i = 0; i < times.length; i++) {
        expect(Number.isInteger(times[i])).toBe(true);
        expect(times[i]!).toBeGreaterThanOrEqual(when.start);
        expect(times[i]!).toBeLessThan(when.end);
        if (i > 0) expect(times[i]!).toBeGreaterThanOrEqual(times[i - 1]!);
      }
    }
  });

  it('gathers interactions in visits of the mean length', () => {
    let sessions = 0;
    let events = 0;
    let quickest = Number.POSITIVE_INFINITY;
    for (let user = 0; user < 2000; user++) {
      const times = timesOf(model, user, 40);
      events += 40;
      sessions++;
      for (let i = 1; i < 40; i++) {
        if (times[i]! - times[i - 1]! > sessionGapMs) sessions++;
        else quickest = Math.min(quickest, times[i]! - times[i - 1]!);
      }
    }
    // 10 visits of 4 in 90 days: few meet; the last of a user is cut short, which a geometric length does not feel.
    expect(events / sessions).toBeGreaterThan(3.7);
    expect(events / sessions).toBeLessThan(4.2);
    expect(quickest).toBeGreaterThanOrEqual(0);
  });

  it('keeps the window when it is crowded', () => {
    const short = calendar({
      start: '2024-01-01T00:00:00.000Z',
      days: 1,
      timeZone: 'UTC',
      daily: Array.from({ length: 24 }, (_, h) => (h === 23 ? 1 : 0)),
      weekly: new Array<number>(7).fill(1),
    });
    const crowded = visitModel({ meanLength: 50, meanGapSeconds: 600 }, short, 2000);
    const times = new Float64Array(2000);
    crowded.times(stream.at(1), times, 0, 2000);
    expect(times[0]!).toBeGreaterThanOrEqual(short.start);
    expect(times[1999]!).toBeLessThan(short.end);
  });

  it('makes visits of one where the mean length is 1', () => {
    const single = visitModel({ meanLength: 1, meanGapSeconds: 120 }, when, 2000);
    const times = timesOf(single, 5, 30);
    const gaps = Array.from(times.slice(1), (time, i) => time - times[i]!);
    expect(gaps.filter((gap) => gap < sessionGapMs).length).toBeLessThan(3);
  });
});

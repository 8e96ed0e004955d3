import { calendar } from './calendar';

const flat = { daily: new Array<number>(24).fill(1), weekly: new Array<number>(7).fill(1) };
const base = { start: '2024-01-01T00:00:00.000Z', days: 14, timeZone: 'UTC', ...flat };
const start = Date.parse(base.start);
const hour = 3_600_000;

describe('calendar', () => {
  it('spreads activity evenly over a flat window', () => {
    const when = calendar(base);
    expect(when.at(0)).toBe(start);
    expect(when.at(0.5)).toBe(start + 7 * 24 * hour);
    expect(when.at(1 - 1e-12)).toBe(when.end - 1);
    expect(when.shareBefore(start + 7 * 24 * hour)).toBeCloseTo(0.5, 12);
  });

  it('inverts its own shares, and never leaves the window', () => {
    const daily = Array.from({ length: 24 }, (_, h) => (h < 6 ? 0 : h));
    const when = calendar({ ...base, daily, weekly: [1, 2, 3, 0, 5, 6, 7] });
    for (let i = 0; i < 1000; i++) {
      const u = i / 1000;
      const moment = when.at(u);
      expect(moment).toBeGreaterThanOrEqual(when.start);
      expect(moment).toBeLessThan(when.end);
      expect(Math.abs(when.shareBefore(moment) - u)).toBeLessThan(1e-6);
      const date = new Date(moment);
      expect(date.getUTCHours()).toBeGreaterThanOrEqual(6);
      // 2024-01-01 is a Monday; Thursdays rest.
      expect(date.getUTCDay()).not.toBe(4);
    }
  });

  it('lives the daily cycle in its time zone, over a change of clocks', () => {
    const daily = Array.from({ length: 24 }, (_, h) => (h === 20 ? 1 : 0));
    const when = calendar({ ...base, start: '2024-03-25T00:00:00.000Z', timeZone: 'Europe/Paris', daily });
    const hours = new Set(Array.from({ length: 200 }, (_, i) => new Date(when.at(i / 200)).getUTCHours()));
    // 20 h in Paris is 19 h UTC before 31 March 2024, 18 h after.
    expect([...hours].sort()).toEqual([18, 19]);
  });
});

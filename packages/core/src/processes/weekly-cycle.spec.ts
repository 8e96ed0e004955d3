import { chiSquareTest } from '@synth/testkit';
import { specRng } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { calendar } from './calendar';
import { inhomogeneousPoissonProcess } from './inhomogeneous-poisson-process';
import { weeklyCycle } from './weekly-cycle';

const hour = 3_600_000;
const week = 168 * hour;
const daily = Array.from({ length: 24 }, (_, h) => (h < 6 ? 0 : 1 + h));
const weekly = [1, 2, 3, 0, 5, 6, 7];
// A Monday, 00:00 UTC.
const monday = Date.parse('2024-01-01T00:00:00Z');

describe('weeklyCycle', () => {
  it('expects as many arrivals in a week as seven days have', () => {
    const { intensity, bound } = weeklyCycle({ perDay: 20, daily, weekly });
    const hours = Array.from({ length: 168 }, (_, h) => intensity(monday + (h + 0.5) * hour));
    expect(hours.reduce((sum, one) => sum + one, 0) * hour).toBeCloseTo(140, 9);
    expect(Math.max(...hours)).toBe(bound);
  });

  it('is flat without cycles', () => {
    const { intensity, bound } = weeklyCycle({ perDay: 24 });
    expect(intensity(monday) * hour).toBeCloseTo(1, 12);
    expect(bound).toBe(intensity(monday + 3 * 24 * hour));
  });

  it.each(['UTC', 'Europe/Paris', 'America/New_York'])(
    'follows the rules of the calendar in %s',
    (timeZone) => {
      // Clocks change in New York and in Paris within these weeks.
      const start = '2024-03-04T00:00:00.000Z';
      const when = calendar({ start, days: 35, timeZone, daily, weekly });
      const { intensity } = weeklyCycle({ perDay: 10, daily, weekly, timeZone });
      const places = Array.from({ length: 35 * 24 }, (_, h) => when.start + h * hour);
      const total = places.reduce((sum, place) => sum + intensity(place), 0);
      for (const place of places) {
        const share = when.shareBefore(place + hour) - when.shareBefore(place);
        expect(intensity(place) / total).toBeCloseTo(share, 12);
        expect(intensity(place + hour - 0.5)).toBe(intensity(place));
      }
    },
  );

  it('lives in the hours of a zone that is half an hour off', () => {
    const evening = daily.map((_, h) => (h === 20 ? 1 : 0));
    const { intensity } = weeklyCycle({ perDay: 1, daily: evening, timeZone: 'Asia/Kolkata' });
    expect(intensity(monday + 14.5 * hour - 1)).toBe(0);
    expect(intensity(monday + 14.5 * hour)).toBeGreaterThan(0);
    expect(intensity(monday + 15.5 * hour - 1)).toBeGreaterThan(0);
    expect(intensity(monday + 15.5 * hour)).toBe(0);
  });

  it('holds before 1970, between milliseconds too', () => {
    const { intensity } = weeklyCycle({ perDay: 1, daily: daily.map((_, h) => (h === 23 ? 1 : 0)) });
    expect(intensity(-0.5)).toBeGreaterThan(0);
    expect(intensity(0)).toBe(0);
  });

  it('gives a process its hours of the week', () => {
    const weeks = 50;
    const cycle = weeklyCycle({ perDay: 100, daily, weekly });
    const times = inhomogeneousPoissonProcess(cycle).arrivals(
      specRng('weekly'),
      monday,
      monday + weeks * week,
    );
    const counts = new Float64Array(168);
    for (const time of times) counts[Math.floor(((time - monday) % week) / hour)]!++;
    const expected = counts.map((_, h) => cycle.intensity(monday + h * hour) * hour * weeks);
    expect(Math.abs(times.length - 700 * weeks)).toBeLessThan(5 * Math.sqrt(700 * weeks));
    const live = Array.from(expected.keys()).filter((h) => expected[h]! > 0);
    expect(counts.reduce((sum, count, h) => sum + (expected[h] === 0 ? count : 0), 0)).toBe(0);
    // To the same total: chi-square tests the shape, the line above the level.
    const scale = times.length / (700 * weeks);
    const { p } = chiSquareTest(
      live.map((h) => counts[h]!),
      live.map((h) => expected[h]! * scale),
    );
    expect(p).toBeGreaterThan(5e-7);
  });

  refuses(weeklyCycle, [
    [{ perDay: 0 }, 'perDay'],
    [{ perDay: 1, daily: [1, 2] }, 'daily'],
    [{ perDay: 1, daily: new Array<number>(24).fill(0) }, 'daily'],
    [{ perDay: 1, weekly: [1, 1, -1, 1, 1, 1, 1] }, 'weekly[2]'],
    [{ perDay: 1, weekly: [1, 1, 1, 1, 1, 1, Number.NaN] }, 'weekly[6]'],
    [{ perDay: 1, timeZone: 'Mars/Olympus' }, 'timeZone'],
  ]);
});

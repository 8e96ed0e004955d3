import * as fc from 'fast-check';
import { isoTime } from './iso-time';

const two = (from: number, to: number): fc.Arbitrary<string> =>
  fc.integer({ min: from, max: to }).map((number) => String(number).padStart(2, '0'));

it('is what Date.parse says', () => {
  const texts = fc
    .tuple(
      fc.integer({ min: 0, max: 9999 }),
      two(0, 13),
      two(0, 32),
      two(0, 25),
      two(0, 61),
      two(0, 61),
      fc.nat(999),
    )
    .map(([year, month, day, hour, minute, second, milliseconds]) => {
      const date = `${String(year).padStart(4, '0')}-${month}-${day}`;
      return `${date}T${hour}:${minute}:${second}.${String(milliseconds).padStart(3, '0')}Z`;
    });
  let known = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const time = isoTime(text);
      if (time !== undefined) known++;
      expect(time ?? Date.parse(text)).toBe(Date.parse(text));
    }),
    { numRuns: 5000 },
  );
  expect(known).toBeGreaterThan(2500);
});

it.each([
  '2024-01-05T01:02:03.004',
  '2024-01-05 01:02:03.004Z',
  '2024-01-0aT01:02:03.004Z',
  '2024-01-05T01:02:03.:04Z',
  '2024-01-05T01:02:03./04Z',
  '20x4-01-05T01:02:03.004Z',
  '+2024-1-05T01:02:03.0Z',
])('leaves %s to others', (text) => {
  expect(isoTime(text)).toBeUndefined();
});

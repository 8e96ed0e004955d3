import { bytesText, countText, decimalText, durationText, percentText } from './numbers';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [9_960, '10 kB'],
  [96_123, '96.1 kB'],
  [999_600, '1 MB'],
  [2_580_000_000, '2.6 GB'],
  [1e15, '1,000 TB'],
])('%d bytes are %s', (bytes, text) => expect(bytesText(bytes)).toBe(text));

it.each([
  [400, '0 s'],
  [59_400, '59 s'],
  [59_600, '1 min'],
  [80_000, '1 min 20 s'],
  [7_500_000, '2 h 5 min'],
])('%d ms are %s', (ms, text) => expect(durationText(ms)).toBe(text));

it('writes counts, shares and decimals', () => {
  expect(countText(2580)).toBe('2,580');
  expect(percentText(0.0671)).toBe('6.7%');
  expect(percentText(0.94)).toBe('94%');
  expect(percentText(1)).toBe('100%');
  expect(decimalText(0.494)).toBe('.49');
  expect(decimalText(-0.5)).toBe('-.50');
  expect(decimalText(1.53)).toBe('1.53');
});

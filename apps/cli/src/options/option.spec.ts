import { listOf, textOf } from './option';

describe('reading what was given', () => {
  const values = new Map<string, string | boolean>([
    ['format', 'csv, npz,'],
    ['json', true],
  ]);

  it('splits lists at commas and drops blanks', () => {
    expect(listOf(values, 'format')).toEqual(['csv', 'npz']);
    expect(listOf(values, 'tables')).toBeUndefined();
  });

  it('refuses a list of nothing', () => {
    expect(() => listOf(new Map([['format', ' ,']]), 'format')).toThrow(
      expect.objectContaining({ code: 'OPTION_VALUE', message: '--format names nothing' }),
    );
  });

  it('gives texts only', () => {
    expect(textOf(values, 'format')).toBe('csv, npz,');
    expect(textOf(values, 'json')).toBeUndefined();
  });
});

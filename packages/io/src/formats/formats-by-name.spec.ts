import { formats, formatsByName } from './formats-by-name';

describe('formatsByName', () => {
  it('finds each format once', () => {
    expect(formatsByName(['jsonl', 'csv', 'jsonl']).map((format) => format.name)).toEqual(['jsonl', 'csv']);
  });

  it('knows formats by different names', () => {
    expect(new Set(formats.map((format) => format.name)).size).toBe(formats.length);
  });

  it('names the nearest format', () => {
    expect(() => formatsByName(['cvs'])).toThrow(
      expect.objectContaining({ code: 'FORMAT_UNKNOWN', value: 'cvs', remedy: 'write csv' }),
    );
    expect(() => formatsByName(['spreadsheet'])).toThrow(/^unknown format spreadsheet$/);
  });
});

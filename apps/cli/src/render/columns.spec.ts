import { columnLines, wrap } from './columns';

describe('columnLines', () => {
  it('aligns to the left, and to the right where told', () => {
    const rows = [
      ['a.csv', '2,580 rows', 'x'],
      ['events.csv', '12 rows', ''],
    ];
    expect(columnLines(rows, { gap: ' ', right: new Set([1]) })).toEqual([
      'a.csv      2,580 rows x',
      'events.csv    12 rows',
    ]);
  });
});

describe('wrap', () => {
  it('fills lines up to the width', () => {
    expect(wrap(['aa', 'bb', 'cc'], 5)).toEqual(['aa bb', 'cc']);
    expect(wrap(['longer-than-that', 'b'], 5)).toEqual(['longer-than-that', 'b']);
    expect(wrap([], 5)).toEqual([]);
  });
});

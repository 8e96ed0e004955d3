import { agrees, refreshed, shown, textOf } from './values.mjs';

const is = (value) => ({ value });
const throwing = (error) => ({ error });

describe('agrees', () => {
  it.each([
    ['users', "'users'"],
    ['users', '"users"'],
    [undefined, 'undefined'],
    [{ a: [1, 2.5], b: 'x' }, "{ a: [1, 2.5], b: 'x' }"],
    [{ a: [1, 2.5], b: 'x' }, '{"a":[1,2.5],"b":"x"}'],
    [[1, 2, 3], '[ 1, … ]'],
    ['abcdef', "'abc…'"],
    ['abcdef', "'a…d…f'"],
  ])('takes %j as %s', (value, expected) => expect(agrees(is(value), expected)).toBe(true));

  it.each([
    ['users', 'users'],
    ['users', "'user'"],
    [1, '10'],
    [10, '1'],
    ['a b', "'ab'"],
    [[1, 2, 3], '[ 2, … ]'],
    ['abcdef', "'abc…x'"],
    ['aba', "'ab…ba'"],
    [1, '…'],
    [1, ''],
  ])('does not take %j as %s', (value, expected) => expect(agrees(is(value), expected)).toBe(false));

  it('compares errors by code', () => {
    const error = Object.assign(new Error('no'), { code: 'CONFIG_INVALID' });
    expect(agrees(throwing(error), 'throws CONFIG_INVALID')).toBe(true);
    expect(agrees(throwing(error), 'throws OTHER')).toBe(false);
    expect(agrees(throwing(new TypeError('no')), 'throws TypeError')).toBe(true);
    expect(agrees(is('throws OTHER'), 'throws OTHER')).toBe(false);
    expect(textOf(throwing(error))).toBe('throws CONFIG_INVALID');
  });
});

describe('refreshed', () => {
  it('keeps the place of an ellipsis, and breaks long values', () => {
    expect(refreshed(is('abcdef'), "'abx…")).toEqual(["'abc…"]);
    expect(refreshed(is(7), '8')).toEqual(['7']);
    const long = Array.from({ length: 60 }, (_, i) => i);
    const text = refreshed(is(long), '[]');
    expect(text.length).toBeGreaterThan(1);
    expect(agrees(is(long), text.join(' '))).toBe(true);
    expect(shown(long)).not.toContain('more items');
  });
});

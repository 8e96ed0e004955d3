import { nearestName } from './nearest-name';
import { isSynthError, SynthError } from './synth-error';

describe('SynthError', () => {
  const cause = new Error('disk');
  const error = new SynthError({
    code: 'A_CODE',
    message: 'x is 1',
    field: 'x',
    value: 1,
    allowed: '2',
    remedy: 'write 2',
    cause,
  });

  it('carries what a person and a program need', () => {
    expect(error).toMatchObject({
      name: 'SynthError',
      code: 'A_CODE',
      message: 'x is 1',
      field: 'x',
      value: 1,
      cause,
    });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      code: 'A_CODE',
      message: 'x is 1',
      field: 'x',
      value: 1,
      allowed: '2',
      remedy: 'write 2',
    });
  });

  it('is known by its mark, also when it comes from another copy of the class', () => {
    const marked = Object.defineProperty(new Error('elsewhere'), Symbol.for('synth.error'), { value: true });
    expect(isSynthError(error)).toBe(true);
    expect(isSynthError(Object.assign(marked, { code: 'B' }), 'B')).toBe(true);
    expect(isSynthError(error, 'B')).toBe(false);
    for (const other of [new Error('x'), { code: 'A_CODE' }, null, 'A_CODE'])
      expect(isSynthError(other)).toBe(false);
  });
});

describe('nearestName', () => {
  const names = ['users', 'items', 'minUserInteractions', 'seed'];
  it.each([
    ['userz', 'users'],
    ['USERS', 'users'],
    ['min-user-interactions', 'minUserInteractions'],
    ['itmes', 'items'],
    ['sede', 'seed'],
    ['colour', undefined],
    ['xx', undefined],
  ])('%s is meant to be %s', (word, expected) => expect(nearestName(word, names)).toBe(expected));
});

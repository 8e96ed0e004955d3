import fc from 'fast-check';
import { foldersOfPrefix, keyOfPath, pathOfKey } from './key-path';

const anyKey = fc
  .array(
    fc.oneof(
      fc.constantFrom('/', '..', '.', '%', '_', 'a', 'A', 'con', 'nul', '-', ' ', '%e', '.value'),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join('').slice(0, 500))
  .filter((key) => key !== '');

describe('paths of keys', () => {
  it('reads like the key where it can', () => {
    expect(pathOfKey('answers/00ff')).toEqual(['answers', '00ff.value']);
    expect(pathOfKey('cassettes/My song.v2/0a')).toEqual(['cassettes', '%4Dy%20song%2Ev2', '0a.value']);
    expect(pathOfKey('nul/a//b')).toEqual(['%6Eul', 'a', '%e', 'b.value']);
  });

  it('are of names that any file system takes', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        for (const name of pathOfKey(key)) {
          expect(name).toMatch(/^(?!_)[A-Za-z0-9%-]+(?:\.value)?$/);
          expect(name.length).toBeLessThanOrEqual(207);
          expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        }
      }),
    );
  });

  it('give the key back, and differ where keys differ, whatever their case', () => {
    const lower = (key: string): string => pathOfKey(key).join('/').toLowerCase();
    fc.assert(
      fc.property(anyKey, anyKey, (one, other) => {
        expect(keyOfPath(pathOfKey(one))).toBe(one);
        expect(lower(one) === lower(other)).toBe(one === other);
      }),
    );
    expect(lower('A')).not.toBe(lower('a'));
    expect(lower('a/b')).not.toBe(lower('a'));
  });

  it('begin with the folders of every prefix', () => {
    fc.assert(
      fc.property(anyKey, fc.nat(), (key, at) => {
        const folders = foldersOfPrefix(key.slice(0, at % (key.length + 1)));
        expect(pathOfKey(key).slice(0, folders.length)).toEqual(folders);
      }),
    );
  });

  it('are those of keys only', () => {
    for (const path of [
      ['note.txt'],
      ['A.value'],
      ['.value'],
      ['_writing', 'x'],
      ['a%2.value'],
      ['a%61.value'],
    ]) {
      expect(keyOfPath(path)).toBeUndefined();
    }
  });

  it('refuse keys that are empty or too long', () => {
    for (const key of ['', 'x'.repeat(501)]) {
      expect(() => pathOfKey(key)).toThrow(expect.objectContaining({ code: 'STORE_KEY_INVALID' }));
    }
    expect(keyOfPath(pathOfKey('\u{1f9e6}'.repeat(250)))).toBe('\u{1f9e6}'.repeat(250));
  });
});

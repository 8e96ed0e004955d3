import * as fc from 'fast-check';
import type { Profiles } from './profiles';
import {
  field,
  idsOf,
  isEmptyList,
  likeness,
  listField,
  ProfileBuilder,
  unknownCode,
  valueOf,
} from './profiles';
import { selectProfiles } from './select-profiles';

const fields = Object.entries(field);

/** Two rows with these interests; no languages. */
function profilesOf(rows: readonly (readonly number[])[], idCount: number): Profiles {
  const builder = new ProfileBuilder(rows.length, idCount);
  rows.forEach((ids, row) => builder.setList(row, listField.interests, ids));
  return builder.finish(String);
}

describe('profiles', () => {
  it('are unknown at first', () => {
    const empty = profilesOf([[]], 0);
    const numbers = new Set<number>([field.budget, field.age, field.startDay, field.endDay]);
    for (const [name, of] of fields) {
      expect([name, valueOf(empty, 0, of)]).toEqual([name, numbers.has(of) ? Number.NaN : unknownCode]);
    }
    expect(isEmptyList(empty, 0, listField.interests)).toBe(true);
    expect(isEmptyList(empty, 0, listField.languages)).toBe(true);
  });

  it('hold every field of every row apart', () => {
    const builder = new ProfileBuilder(3, 0);
    const value = (row: number, of: number): number => 1000 * row + of;
    for (let row = 0; row < 3; row++) for (const [, of] of fields) builder.set(row, of, value(row, of));
    const turned = selectProfiles(builder.finish(String), { size: 3, of: (row) => 2 - row });
    for (let row = 0; row < 3; row++) {
      expect(turned.idOf(row)).toBe(String(2 - row));
      for (const [, of] of fields) expect(valueOf(turned, row, of)).toBe(value(2 - row, of));
    }
  });

  it.each([64, 101])('compare lists of ids below %d by Jaccard', (idCount) => {
    const ids = fc.array(fc.nat(idCount - 1), { maxLength: 10 });
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        const built = profilesOf([a, b], idCount);
        expect(built.lists === undefined).toBe(idCount <= 64);
        const turned = selectProfiles(built, { size: 2, of: (row) => 1 - row });
        const [setA, setB] = [new Set(a), new Set(b)];
        expect(idsOf(built, 0, listField.interests)).toEqual([...setA].sort((x, y) => x - y));
        expect(idsOf(turned, 0, listField.interests)).toEqual([...setB].sort((x, y) => x - y));
        expect(isEmptyList(built, 0, listField.interests)).toBe(a.length === 0);
        const shared = [...setA].filter((id) => setB.has(id)).length;
        const expected = a.length * b.length === 0 ? Number.NaN : shared / (setA.size + setB.size - shared);
        expect(likeness(built, 0, built, 1, listField.interests)).toBe(expected);
        expect(likeness(turned, 0, built, 0, listField.interests)).toBe(expected);
        expect(likeness(built, 0, built, 1, listField.languages)).toBeNaN();
      }),
    );
  });
});

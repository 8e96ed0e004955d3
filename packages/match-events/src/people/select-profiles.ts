import { idListsOf, idsOfRow } from './id-lists';
import type { Profiles } from './profiles';
import { recordWords } from './profiles';

/** Some rows of profiles, as profiles. */
export function selectProfiles(
  profiles: Profiles,
  { size, of }: { readonly size: number; of(row: number): number },
): Profiles {
  const { lists } = profiles;
  const words = new Int32Array(size * recordWords);
  for (let row = 0; row < size; row++) {
    const from = of(row) * recordWords;
    words.set(profiles.words.subarray(from, from + recordWords), row * recordWords);
  }
  const selected = {
    size,
    idOf: (row: number) => profiles.idOf(of(row)),
    doubles: new Float64Array(words.buffer),
    singles: new Float32Array(words.buffer),
    words,
  };
  if (lists === undefined) return selected;
  const rows = Array.from({ length: 2 * size }, (_, list) => idsOfRow(lists, 2 * of(list >> 1) + (list & 1)));
  return { ...selected, lists: idListsOf(rows) };
}

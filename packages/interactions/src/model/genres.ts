import type { Rng } from '@synth/core';
import { lazily } from './lazily';
import { stratifiedProbabilities } from './stratified';

/** Items by taste group. */
export interface Genres {
  readonly names: readonly string[];
  /** The group of each item. */
  readonly of: Int32Array;
}

/** The genres of a table, in order of appearance. */
export function genresOfTable(genres: readonly string[]): Genres {
  const index = new Map<string, number>();
  const of = Int32Array.from(genres, (name) => {
    const known = index.get(name);
    if (known !== undefined) return known;
    index.set(name, index.size);
    return index.size - 1;
  });
  return { names: [...index.keys()], of };
}

/** Invented genres of sizes proportional to rank^-skew, exact to one item, over items in random order. */
export function inventGenres(items: number, count: number, skew: number, rng: Rng): Genres {
  const genres = Math.min(count, items);
  const width = Math.max(2, String(genres).length);
  const of = lazily(() => inventGroups(items, genres, skew, rng));
  return {
    names: Array.from({ length: genres }, (_, g) => `genre-${String(g + 1).padStart(width, '0')}`),
    get of() {
      return of();
    },
  };
}

function inventGroups(items: number, genres: number, skew: number, rng: Rng): Int32Array {
  const cumulative = new Float64Array(genres);
  let total = 0;
  for (let g = 0; g < genres; g++) {
    total += Math.exp(-skew * Math.log(g + 1));
    cumulative[g] = total;
  }
  const probabilities = stratifiedProbabilities(items, rng);
  const of = new Int32Array(items);
  for (let item = 0; item < items; item++) {
    const level = probabilities[item]! * total;
    let g = Math.floor(probabilities[item]! * genres);
    while (g > 0 && cumulative[g - 1]! >= level) g--;
    while (g < genres - 1 && cumulative[g]! < level) g++;
    of[item] = g;
  }
  return of;
}

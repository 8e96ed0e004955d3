import type { Inputs, Streams } from '@synth/core';
import { inventedIds, standardNormalQuantile } from '@synth/core';
import { presets } from '../config/presets';
import type { InteractionsConfig } from '../config/schema';
import { itemTable } from '../inputs/items';
import type { Genres } from './genres';
import { genresOfTable, inventGenres } from './genres';
import { stratifiedProbabilities } from './stratified';

const msPerDay = 86_400_000;

/** The items there are, before anybody takes one. */
export interface Catalogue {
  readonly items: number;
  idOf(item: number): string;
  readonly genres: Genres;
  /** Creators by item, where the table names them. */
  readonly creators: readonly (string | undefined)[] | undefined;
  /** Days before the end of the window at which each item came to be; NaN where nobody knows. */
  readonly ageDays: Float64Array | undefined;
  /** The moment that each item came to be; NaN where nobody knows. */
  readonly createdAt: Float64Array | undefined;
  readonly scores: Float64Array;
  readonly passing: readonly { readonly name: string; readonly values: readonly (string | undefined)[] }[];
}

/** The moment that the window ends, exclusive. */
export const windowEnd = (config: InteractionsConfig): number =>
  Date.parse(config.start) + config.days * msPerDay;

/**
 * Scores of a catalogue that has none: normal, mean 16.5 and sd 4.5, between 5 and 30: the shape of the catalogue that
 * ships as an example. By shuffled quantiles.
 */
function inventScores(items: number, streams: Streams): Float64Array {
  return stratifiedProbabilities(items, streams.stream('item-scores').at(0)).map((p) =>
    Math.max(5, Math.min(30, 16.5 + 4.5 * standardNormalQuantile(p))),
  );
}

/**
 * When each item came to be. A whole number of days is an age rounded down, so the item appeared within that day: the
 * moment is drawn uniformly.
 */
function creationMoments(ageDays: Float64Array, end: number, streams: Streams): Float64Array {
  const stream = streams.stream('item-created');
  return ageDays.map((age, item) => {
    const days = Number.isInteger(age) ? age + stream.at(item).nextF64() : age;
    return Math.floor(end - days * msPerDay);
  });
}

/** The catalogue of a configuration: from the items table, or invented. */
export function catalogueOf(config: InteractionsConfig, inputs: Inputs, streams: Streams): Catalogue {
  const given = inputs['items'] === undefined ? undefined : itemTable(inputs['items'], config);
  const items = given?.ids.length ?? config.items ?? presets[config.preset].items;
  const invented = inventedIds('i', items);
  const ageDays = given?.ageDays;
  let scores = given?.scores;
  return {
    items,
    idOf: given === undefined ? invented : (item) => given.ids[item]!,
    genres:
      given?.genres === undefined
        ? inventGenres(items, config.genres, config.genreSkew, streams.stream('item-genres').at(0))
        : genresOfTable(given.genres),
    creators: given?.creators,
    ageDays,
    createdAt: ageDays === undefined ? undefined : creationMoments(ageDays, windowEnd(config), streams),
    // Where weights do not arise from them, only the items table asks for them.
    get scores() {
      return (scores ??= inventScores(items, streams));
    },
    passing: given?.passing ?? [],
  };
}

import type { Streams } from '@synth/core';
import { normal, powr, standardNormalQuantile } from '@synth/core';
import type { Popularity } from '../config/schema';
import { stratifiedProbabilities } from './stratified';

/** What weights arise from. */
export interface PopularitySource {
  readonly items: number;
  /** Popularity scores, where items have them (`score` needs them). */
  readonly scores: Float64Array;
}

/**
 * The weight of each item before recency and taste.
 *
 * - `score`: (score / max score + .1)^exponent x lognormal(0, noise), one draw an item
 * - `split-lognormal`: ln w = z x (above or below), z the standard normal quantile of a shuffled stratum; a cold tail
 *   of its own, ln w uniform
 * - `pareto`: the quantile of the density proportional to w^-alpha on [1, max], by shuffled strata
 */
export function itemWeights(
  popularity: Popularity,
  source: PopularitySource,
  streams: Streams,
): Float64Array {
  switch (popularity.kind) {
    case 'score':
      return scoreWeights(popularity, source.scores, streams);
    case 'split-lognormal':
      return splitLognormalWeights(popularity, source.items, streams);
    case 'pareto': {
      const { alpha, max } = popularity;
      const ranks = stratifiedProbabilities(source.items, streams.stream('item-ranks').at(0));
      const tail = 1 - powr(max, 1 - alpha);
      return ranks.map((p) => powr(1 - p * tail, -1 / (alpha - 1)));
    }
  }
}

function scoreWeights(
  { exponent, noise }: Extract<Popularity, { kind: 'score' }>,
  scores: Float64Array,
  streams: Streams,
): Float64Array {
  const stream = streams.stream('item-noise');
  const factor = normal({ mean: 0, sd: noise === 0 ? 1 : noise });
  let best = 0;
  for (const score of scores) best = Math.max(best, score);
  return scores.map((score, item) => {
    const level = best === 0 ? 1 : score / best;
    return powr(level + 0.1, exponent) * (noise === 0 ? 1 : Math.exp(factor.draw(stream.at(item))));
  });
}

function splitLognormalWeights(
  { below, above, coldShare, coldFrom, coldTo }: Extract<Popularity, { kind: 'split-lognormal' }>,
  items: number,
  streams: Streams,
): Float64Array {
  const cold = Math.round(coldShare * items);
  const weights = stratifiedProbabilities(items, streams.stream('item-ranks').at(0));
  for (let item = 0; item < items; item++) {
    const rank = Math.round(weights[item]! * items - 0.5);
    if (rank < cold) {
      weights[item] = Math.exp(coldFrom + (coldTo - coldFrom) * ((rank + 0.5) / cold));
    } else {
      const z = standardNormalQuantile((rank - cold + 0.5) / (items - cold));
      weights[item] = Math.exp(z * (z < 0 ? below : above));
    }
  }
  return weights;
}

import type { Rng } from '@synth/core';
import { SynthError } from '@synth/core';
import type { InteractionsErrorCode } from '../errors';
import { choiceModel } from '../model/choice';
import { choiceTables } from '../model/choice-tables';
import type { ItemVectors, NegativeConfig } from './event-options';
import type { EventSource, EventUser } from './event-source';

/** Writes a user's negatives to the front of `out` and returns how many there are. */
export type NegativeSampler = (user: EventUser, rng: Rng, out: Int32Array) => number;

type Draw = (count: number, exclude: readonly number[], rng: Rng, out: Int32Array) => number;

/**
 * The sampler of a configuration. Draws are exact and without replacement, in O(1) each.
 *
 * @throws SynthError `EMBEDDINGS_MISSING`, `EMBEDDINGS_SHAPE`
 */
export function negativeSampler(source: EventSource, config: NegativeConfig): NegativeSampler {
  const { from, perUser, lastN, topP } = config;
  const nearness = from === 'hard' ? nearnessOf(source, config.embeddings) : undefined;
  const uniform = onFirstUse(() => drawByWeight(new Float64Array(source.itemIds.length).fill(1)));
  const byShare = onFirstUse(() => drawByWeight(source.shares()));

  return (user, rng, out) => {
    const draw =
      from === 'uniform' ? uniform : from === 'popularity' ? byShare : (user.impressions ?? byShare);
    const drawn = draw(perUser, Array.from(user.positives), rng, out);
    if (nearness === undefined || drawn === 0) return drawn;
    const near = nearness(user.positives.subarray(-lastN));
    const order = Array.from(out.subarray(0, drawn), (item) => ({ item, near: near(item) }));
    // The sort is stable: of equally near items the one drawn first goes first.
    order.sort((a, b) => b.near - a.near);
    const kept = Math.max(1, Math.round(topP * drawn));
    for (let i = 0; i < kept; i++) out[i] = order[i]!.item;
    return kept;
  };
}

function onFirstUse(make: () => Draw): Draw {
  let made: Draw | undefined;
  return (...draw) => (made ??= make())(...draw);
}

function drawByWeight(weights: Float64Array): Draw {
  const choice = choiceModel(choiceTables({ weights, groupOf: new Int32Array(weights.length), groups: 1 }));
  const anybody = Float64Array.of(1);
  return (count, exclude, rng, out) => choice.choose(anybody, count, rng, out, exclude);
}

function nearnessOf(
  source: EventSource,
  embeddings: ItemVectors | undefined,
): NonNullable<EventSource['nearness']> {
  if (embeddings !== undefined) return cosineNearness(embeddings, source.itemIds.length);
  if (source.nearness !== undefined) return source.nearness;
  throw new SynthError<InteractionsErrorCode>({
    code: 'EMBEDDINGS_MISSING',
    message: 'hard negatives need a vector for each item, and real data has none planted',
    field: 'negatives.embeddings',
    allowed: 'one vector an item',
    remedy: "give embeddings, or draw negatives from 'popularity'",
  });
}

/** Cosine to the mean of the last items' vectors, but for the length of that mean, which is the same for all. */
function cosineNearness({ width, values }: ItemVectors, items: number): NonNullable<EventSource['nearness']> {
  if (values.length !== items * width) {
    throw new SynthError<InteractionsErrorCode>({
      code: 'EMBEDDINGS_SHAPE',
      message: `embeddings hold ${values.length} numbers, not ${items} items x ${width}`,
      field: 'negatives.embeddings',
      value: values.length,
      allowed: `${items * width} numbers: row i belongs to item i`,
    });
  }
  const mean = new Float64Array(width);
  return (last) => {
    mean.fill(0);
    for (const item of last) for (let j = 0; j < width; j++) mean[j]! += values[item * width + j]!;
    return (item) => {
      let product = 0;
      let squares = 0;
      for (let j = 0; j < width; j++) {
        const value = values[item * width + j]!;
        product += mean[j]! * value;
        squares += value * value;
      }
      return squares === 0 ? 0 : product / Math.sqrt(squares);
    };
  };
}

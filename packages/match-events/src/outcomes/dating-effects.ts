import type { Streams } from '@synth/core';
import { normal } from '@synth/core';
import type { DatingOptions } from '../config/outcome-options';
import type { Selection } from '../invent/selection';

/** What was planted in each person, or group: a row each. */
export interface Effects {
  /** How easily somebody says yes, in log-odds. */
  readonly giver: Float64Array;
  /** How much somebody is liked, in log-odds. */
  readonly receiver: Float64Array;
  /** 0: the choosier half; 1: the other. */
  readonly side: Uint8Array;
}

const standard = normal({ mean: 0, sd: 1 });

/**
 * Draws the effects: both normal, correlated in a person. The side is a coin.
 *
 * @param kind whose: each kind has a stream of its own
 */
export function datingEffects(
  options: DatingOptions,
  kind: 'travellers' | 'groups',
  { size, of }: Selection,
  streams: Streams,
): Effects {
  const stream = streams.stream(`effects of ${kind}`);
  const giver = new Float64Array(size);
  const receiver = new Float64Array(size);
  const side = new Uint8Array(size);
  const apart = Math.sqrt(1 - options.correlation * options.correlation);
  let rng = stream.at(0);
  for (let row = 0; row < size; row++) {
    rng = stream.at(of(row), rng);
    side[row] = rng.nextU32() >>> 31;
    const gives = standard.draw(rng);
    giver[row] = options.giver * gives;
    receiver[row] = options.receiver * (options.correlation * gives + apart * standard.draw(rng));
  }
  return { giver, receiver, side };
}

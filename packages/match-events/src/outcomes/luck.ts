import type { Rng, Streams } from '@synth/core';
import { normal } from '@synth/core';
import type { MatchType } from '../features/feature-names';

/** The chance part of a decision: uniform in [0, 1), the same whenever the pair is looked at. */
export interface Luck {
  /** Below the probability: the seeker accepts. */
  accept: number;
  /** Below the share: it comes to a chat, or to an unmatch. */
  turn: number;
  /** Sets both to those of a pair. */
  draw(seeker: number, other: number): void;
}

const standard = normal({ mean: 0, sd: 1 });

/**
 * The luck of pairs. Two travellers have one stream, whatever the direction, so that the luck of their two decisions
 * can be correlated: uniforms of correlated normals (a Gaussian copula). Groups decide nothing.
 */
export function pairLuck(
  matchType: MatchType,
  { seekers, others, reciprocity }: { seekers: number; others: number; reciprocity: number },
  streams: Streams,
): Luck {
  const stream = streams.stream(`luck of ${matchType}`);
  const solo = matchType === 'user_user';
  const apart = Math.sqrt(1 - reciprocity * reciprocity);
  let rng: Rng = stream.at(0);
  const luck: Luck = {
    accept: 0,
    turn: 0,
    draw(seeker, other) {
      if (!solo) {
        rng = stream.at(seeker * others + other, rng);
        luck.accept = rng.nextF64();
        luck.turn = rng.nextF64();
        return;
      }
      const forward = seeker < other;
      rng = stream.at(forward ? seeker * seekers + other : other * seekers + seeker, rng);
      const turns = rng.nextF64();
      const turnsBack = rng.nextF64();
      luck.turn = forward ? turns : turnsBack;
      if (reciprocity === 0) {
        const accepts = rng.nextF64();
        luck.accept = forward ? accepts : rng.nextF64();
        return;
      }
      const z = standard.draw(rng);
      luck.accept = standard.cdf(forward ? z : reciprocity * z + apart * standard.draw(rng));
    },
  };
  return luck;
}

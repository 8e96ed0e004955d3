import type { Streams } from '@synth/core';
import { shuffle } from '@synth/core';
import type { TrainingEvent } from './training-event';

/** Somebody of an event: a group is told from a traveller of the same id. */
const names = ({ matchType, seekerId, targetId }: TrainingEvent): readonly [string, string] => [
  `user ${seekerId}`,
  `${matchType === 'user_user' ? 'user' : 'group'} ${targetId}`,
];

/** Numbers in place of the ids of seekers and targets. */
export interface PersonKeys {
  readonly count: number;
  seeker(event: TrainingEvent): number;
  target(event: TrainingEvent): number;
}

/** Numbers everybody of the events from 1, in an order that the seed shuffles: nothing leads back to the ids. */
export function personKeys(events: readonly TrainingEvent[], streams: Streams): PersonKeys {
  const everybody = [...new Set(events.flatMap(names))].sort();
  shuffle(streams.stream('keys').at(0), everybody);
  const keys = new Map(everybody.map((name, i) => [name, i + 1]));
  return {
    count: everybody.length,
    seeker: (event) => keys.get(names(event)[0])!,
    target: (event) => keys.get(names(event)[1])!,
  };
}

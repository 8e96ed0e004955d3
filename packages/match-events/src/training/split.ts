import type { Streams } from '@synth/core';
import type { PersonKeys } from './person-keys';
import type { TrainingConfig } from './training-config';
import type { TrainingEvent } from './training-event';

/** Events for training and for validation, each by time. */
export interface Split {
  readonly train: readonly TrainingEvent[];
  readonly validation: readonly TrainingEvent[];
  /** Events that a disjoint split leaves out. */
  readonly leftOut: number;
}

/**
 * Splits events by time: the latest share is for validation. Events of one moment keep the order of the files, so that
 * a border within a moment puts no validation event before a training one.
 *
 * Disjoint by `pairs`: of the validation events, those of two who meet in training are left out, whoever was the
 * seeker. Disjoint by `persons`: each traveller is drawn for training or validation with the same probability, and an
 * event stays where its time and all its travellers agree; about three quarters of the solo events are left out, and
 * the share of validation stays. A group is no person.
 */
export function split(
  events: readonly TrainingEvent[],
  { validation: share, disjoint }: TrainingConfig,
  keys: PersonKeys | undefined,
  streams: Streams,
): Split {
  const sorted = [...events].sort((a, b) => a.timestamp - b.timestamp);
  const cut = sorted.length - Math.min(sorted.length - 1, Math.max(1, Math.round(sorted.length * share)));
  const [before, after] = [sorted.slice(0, cut), sorted.slice(cut)];
  if (disjoint === 'none' || keys === undefined) return { train: before, validation: after, leftOut: 0 };
  if (disjoint === 'pairs') {
    const pairOf = (event: TrainingEvent): string =>
      [keys.seeker(event), keys.target(event)].sort((a, b) => a - b).join(' ');
    const met = new Set(before.map(pairOf));
    const validation = after.filter((event) => !met.has(pairOf(event)));
    return { train: before, validation, leftOut: after.length - validation.length };
  }
  const sides = streams.stream('sides');
  const isForValidation = (key: number): boolean => sides.at(key).nextF64() < 0.5;
  const personsOf = (event: TrainingEvent): readonly number[] =>
    event.matchType === 'user_user' ? [keys.seeker(event), keys.target(event)] : [keys.seeker(event)];
  const train = before.filter((event) => !personsOf(event).some(isForValidation));
  const validation = after.filter((event) => personsOf(event).every(isForValidation));
  return { train, validation, leftOut: sorted.length - train.length - validation.length };
}

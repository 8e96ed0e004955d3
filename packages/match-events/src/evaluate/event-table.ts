import type { Row } from '@synth/core';
import { featureCount, featureNames } from '../features/feature-names';

/** More events tell nothing new, and would have to be held in memory. */
export const mostEvents = 200_000;

/** The events of a run and what was planted for them, as far as rows of its tables tell. */
export class EventTable {
  readonly labels: number[] = [];
  readonly solo: boolean[] = [];
  readonly features: readonly number[][] = Array.from({ length: featureCount }, () => []);
  readonly seekers: string[] = [];
  readonly others: string[] = [];
  readonly probabilities: number[] = [];
  /** By traveller: 0 for the choosier half, 1 for the other. */
  readonly sides = new Map<string, number>();
  /** Rows beyond the first {@link mostEvents}. */
  passedOver = 0;

  /** Takes a row of any table; what it does not need, it leaves. */
  add(table: string, row: Row): void {
    if (table === 'match_events_synthetic') this.#event(row);
    else if (table === 'truth_events') this.#truth(row);
    else if (table === 'truth_travellers')
      this.sides.set(String(row['user_id']), row['side'] === 'a' ? 0 : 1);
  }

  /** Whether everybody who decided, and about whom, is known. */
  get isNamed(): boolean {
    return this.labels.length > 0 && this.seekers.length === this.labels.length;
  }

  /** Whether the probability of every event is known. */
  get hasTruth(): boolean {
    return this.labels.length > 0 && this.probabilities.length === this.labels.length;
  }

  #event(row: Row): void {
    if (this.labels.length === mostEvents) {
      this.passedOver++;
      return;
    }
    this.labels.push(Number(row['label']));
    this.solo.push(row['matchType'] === 'user_user');
    featureNames.forEach((name, i) => this.features[i]!.push(Number(row[`features.${name}`])));
    if ('seekerId' in row) this.#name(this.labels.length - 1, row['seekerId'], row['targetId']);
  }

  #truth(row: Row): void {
    if (this.probabilities.length === mostEvents) return;
    this.probabilities.push(Number(row['probability']));
    this.#name(this.probabilities.length - 1, row['seeker_id'], row['target_id']);
  }

  /** Events may name their people, and so may the truth. */
  #name(event: number, seeker: unknown, other: unknown): void {
    this.seekers[event] = String(seeker);
    this.others[event] = String(other);
  }
}

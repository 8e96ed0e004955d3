import type { Figures } from './measure';

/** One thing to measure: a preset or hopeless data, under one seed. */
export interface Job {
  readonly kind: 'preset' | 'hopeless';
  readonly name: string;
  readonly seed: number;
}

/** What a job found. */
export type Outcome =
  | { readonly kind: 'preset'; readonly figures: Figures }
  | { readonly kind: 'hopeless'; readonly code: string | null };

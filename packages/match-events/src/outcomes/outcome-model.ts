/** How likely somebody accepts. */
export interface OutcomeModel {
  /** The probability that the seeker accepts the other, whose features are given. */
  probability(seeker: number, other: number, features: Float64Array): number;
}

/** What comes of a pair that is shown. */
export const outcomes = ['accept', 'chat', 'ignore', 'unmatch'] as const;

export type Outcome = (typeof outcomes)[number];

/** Whether the seeker wanted the other: accepted, or even chatted. */
export const labelOf = (outcome: Outcome): 0 | 1 => (outcome === 'accept' || outcome === 'chat' ? 1 : 0);

import type { LegendEntry } from './figure';

/** How cells show a lift: by its logarithm, up to `most` times chance or the same part of it. */
export interface LiftScale {
  /** More than chance, or less. */
  colour(lift: number | null): string;
  /** In [0, 1]: full from `most` on. */
  opacity(lift: number | null): number;
  readonly legend: readonly LegendEntry[];
}

/** A scale of lifts that tells apart what lies between 1 / most and most. */
export const liftScale = (most: number): LiftScale => ({
  colour: (lift) => (lift === null || lift >= 1 ? 'var(--more)' : 'var(--less)'),
  opacity: (lift) => {
    if (lift === null) return 0;
    return lift === 0 ? 1 : Math.min(1, Math.abs(Math.log(lift)) / Math.log(most));
  },
  legend: [
    { label: `1/${most} of chance or less`, colour: 'var(--less)', shape: 'box' },
    { label: 'as chance', colour: 'var(--paper)', shape: 'box' },
    { label: `${most}x chance or more`, colour: 'var(--more)', shape: 'box' },
  ],
});

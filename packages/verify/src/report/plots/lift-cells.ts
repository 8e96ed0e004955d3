import type { LegendEntry } from './figure';

/** How far from 1 a lift may be to be told apart. */
const most = Math.log(4);

/** The colour of a lift: more than chance, or less. */
export const liftColour = (lift: number | null): string =>
  lift === null || lift >= 1 ? 'var(--more)' : 'var(--less)';

/** How strong it is, by its logarithm: 1 from fourfold or a quarter on. */
export const liftOpacity = (lift: number | null): number =>
  lift === null ? 0 : lift === 0 ? 1 : Math.min(1, Math.abs(Math.log(lift)) / most);

/** What the colours of lifts stand for. */
export const liftLegend: readonly LegendEntry[] = [
  { label: 'a quarter of chance or less', colour: 'var(--less)', shape: 'box' },
  { label: 'as chance', colour: 'var(--paper)', shape: 'box' },
  { label: '4x chance or more', colour: 'var(--more)', shape: 'box' },
];

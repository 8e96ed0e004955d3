import type { Band } from '@synth/interactions/evaluate';

/** A figure, the band that it is held to, and how it did. */
export interface Judged {
  /** T01 to T14: shape; P01 to P07: what can be learnt. */
  readonly id: string;
  readonly figure: string;
  readonly title: string;
  /** Null where it cannot be measured: no times, no tail, nothing held out. */
  readonly value: number | null;
  /** Inclusive; null where no band applies. */
  readonly low: number | null;
  readonly high: number | null;
  readonly source: string | null;
  readonly verdict: 'in' | 'out' | 'unmeasured' | 'unjudged';
  /** Of the reference, where there is one; null where it cannot be measured there. */
  readonly reference?: number | null;
}

/** What a figure is called: its target or test, and a title for people. */
export interface FigureName {
  readonly id: string;
  readonly title: string;
}

/** Holds figures against bands: one result for each figure, in the order of their names. */
export function judge(
  figures: Readonly<Record<string, number>>,
  names: Readonly<Record<string, FigureName>>,
  held: readonly Band[],
  reference?: Readonly<Record<string, number>>,
): Judged[] {
  return Object.entries(names).flatMap(([figure, { id, title }]) => {
    const measured = figures[figure];
    if (measured === undefined) return [];
    const value = Number.isFinite(measured) ? measured : null;
    const band = held.find((one) => one.figure === figure);
    const { low = null, high = null, source = null } = band ?? {};
    const theirs = reference?.[figure] ?? Number.NaN;
    return [
      {
        ...{ id, figure, title, value, low, high, source, verdict: verdictOf(value, band) },
        ...(reference === undefined ? {} : { reference: Number.isFinite(theirs) ? theirs : null }),
      },
    ];
  });
}

function verdictOf(value: number | null, band: Band | undefined): Judged['verdict'] {
  if (value === null) return 'unmeasured';
  if (band === undefined) return 'unjudged';
  return value >= band.low && value <= band.high ? 'in' : 'out';
}

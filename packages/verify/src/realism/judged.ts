import type { Band } from '@synth/interactions/evaluate';

/** A figure, the band that it is held to, and how it did. */
export interface Judged {
  /** T01 to T14: shape; P01 to P07: what can be learnt. */
  readonly id: string;
  readonly figure: string;
  readonly title: string;
  /** Null where it cannot be measured: no times, no tail, nothing held out. */
  readonly value: number | null;
  /** Where the data is a sample: about where the value of the whole lies (95%). */
  readonly interval?: { readonly low: number; readonly high: number };
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

/**
 * Holds figures against bands: one result for each figure, in the order of their names.
 *
 * @param options.errors standard errors of figures, where they are those of a sample
 * @param options.reference what the figures are in the data that is compared with
 */
export function judge(
  figures: Readonly<Record<string, number>>,
  names: Readonly<Record<string, FigureName>>,
  held: readonly Band[],
  {
    errors = {},
    reference,
  }: {
    readonly errors?: Readonly<Record<string, number>>;
    readonly reference?: Readonly<Record<string, number>> | undefined;
  } = {},
): Judged[] {
  return Object.entries(names).flatMap(([figure, { id, title }]) => {
    const measured = figures[figure];
    if (measured === undefined) return [];
    const value = Number.isFinite(measured) ? measured : null;
    const band = held.find((one) => one.figure === figure);
    const { low = null, high = null, source = null } = band ?? {};
    const around = 1.96 * (errors[figure] ?? Number.NaN);
    const theirs = reference?.[figure] ?? Number.NaN;
    return [
      {
        ...{ id, figure, title, value },
        ...(value === null || !Number.isFinite(around)
          ? {}
          : { interval: { low: value - around, high: value + around } }),
        ...{ low, high, source, verdict: verdictOf(value, band) },
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

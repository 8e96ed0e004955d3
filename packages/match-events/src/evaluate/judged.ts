/** A figure, the band that it is held to, and how it did: as `@synth/verify` reports it. */
export interface Judged {
  readonly id: string;
  readonly figure: string;
  readonly title: string;
  /** Null where it cannot be measured. */
  readonly value: number | null;
  /** Inclusive; null where no band applies. */
  readonly low: number | null;
  readonly high: number | null;
  readonly source: string | null;
  readonly verdict: 'in' | 'out' | 'unmeasured' | 'unjudged';
}

/** What a figure is called, and its band if it has one. */
export interface Held {
  readonly id: string;
  readonly figure: string;
  readonly title: string;
  readonly low?: number;
  readonly high?: number;
  readonly source?: string;
}

/** Holds a figure against its band. */
export function judged(measured: number | undefined, held: Held): Judged {
  const { id, figure, title, low = null, high = null, source = null } = held;
  const value = measured !== undefined && Number.isFinite(measured) ? measured : null;
  return { id, figure, title, value, low, high, source, verdict: verdictOf(value, low, high) };
}

function verdictOf(value: number | null, low: number | null, high: number | null): Judged['verdict'] {
  if (value === null) return 'unmeasured';
  if (low === null || high === null) return 'unjudged';
  return value >= low && value <= high ? 'in' : 'out';
}

import type { RankShare } from '../tables/table-picture';

/**
 * How likely each of the ranks 1 to 10 is looked at, by the first: eye tracking, as simulators of learning to rank have
 * it (the constant of the ULTRA toolbox).
 */
export const lookedAt: readonly number[] = [1, 0.9, 0.71, 0.5, 0.41, 0.29, 0.16, 0.15, 0.12, 0.09];

/** Under so many clicks on the first ten ranks the curve is mostly luck. */
export const fewestClicks = 100;

/** Fewer ranks make no curve. */
export const fewestRanks = 3;

/** Rows and clicks at the ranks 1 to 10: element 0 is rank 1. */
export interface RankCounts {
  readonly shown: ArrayLike<number>;
  readonly clicked: ArrayLike<number>;
}

/** What clicks at ranks showed. */
export interface PositionCurve {
  readonly ranks: readonly RankShare[];
  /** The largest distance of clicks at a rank, by those at the first, to {@link lookedAt}. */
  readonly error: number;
  /** Of that distance. */
  readonly errorError: number;
  /** Of 1 / rank^eta: minus the slope of ln clicks on ln rank, by least squares. */
  readonly eta: number;
  readonly etaError: number;
}

/**
 * How clicks fall with the rank (T18), where what stands at a rank is chance. Standard errors by the delta method;
 * ranks without a click have no part in eta. Undefined with too few clicks or ranks, and without a click at the first.
 */
export function positionCurve({ shown, clicked }: RankCounts): PositionCurve | undefined {
  const clicks = Array.from(clicked).reduce((sum, one) => sum + one, 0);
  const first = clicked[0]! / shown[0]!;
  if (clicks < fewestClicks || !(first > 0)) return undefined;
  const ranks: RankShare[] = [];
  const points: { x: number; y: number; variance: number }[] = [];
  for (let at = 0; at < lookedAt.length; at++) {
    if (!(shown[at]! > 0)) continue;
    const rate = clicked[at]! / shown[at]!;
    const propensity = rate / first;
    // Of ln rate; a rank without clicks has a rate of about as much as one click would make.
    const variance = (at: number): number => (1 - clicked[at]! / shown[at]!) / Math.max(1, clicked[at]!);
    const spread = Math.max(propensity, 1 / shown[at]! / first);
    ranks.push({
      rank: at + 1,
      propensity,
      error: at === 0 ? 0 : spread * Math.sqrt(variance(at) + variance(0)),
    });
    if (rate > 0) points.push({ x: Math.log(at + 1), y: Math.log(rate), variance: variance(at) });
  }
  if (points.length < fewestRanks) return undefined;
  const distances = ranks.map(({ rank, propensity }) => Math.abs(propensity - lookedAt[rank - 1]!));
  const worst = distances.indexOf(Math.max(...distances));
  const mean = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const squares = points.reduce((sum, { x }) => sum + (x - mean) * (x - mean), 0);
  const weight = (x: number): number => (x - mean) / squares;
  return {
    ranks,
    error: distances[worst]!,
    errorError: ranks[worst]!.error,
    eta: -points.reduce((sum, { x, y }) => sum + weight(x) * y, 0),
    etaError: Math.sqrt(points.reduce((sum, { x, variance }) => sum + weight(x) * weight(x) * variance, 0)),
  };
}

/** A straight line by least squares of rows of (x, y), from running sums. */
export class RunningSlope {
  #rows = 0;
  #meanX = 0;
  #meanY = 0;
  #xx = 0;
  #xy = 0;
  #yy = 0;

  add(x: number, y: number): void {
    this.#rows++;
    const [dx, dy] = [x - this.#meanX, y - this.#meanY];
    this.#meanX += dx / this.#rows;
    this.#meanY += dy / this.#rows;
    this.#xx += dx * (x - this.#meanX);
    this.#xy += dx * (y - this.#meanY);
    this.#yy += dy * (y - this.#meanY);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Of y. */
  get mean(): number {
    return this.#meanY;
  }

  /** The slope and its standard error; NaN where x or y does not vary, or of under three rows. */
  finish(): { readonly slope: number; readonly error: number } {
    if (this.#rows < 3 || !(this.#xx > 0) || !(this.#yy > 0)) return { slope: Number.NaN, error: Number.NaN };
    const slope = this.#xy / this.#xx;
    const left = Math.max(0, this.#yy - slope * this.#xy);
    return { slope, error: Math.sqrt(left / (this.#rows - 2) / this.#xx) };
  }
}

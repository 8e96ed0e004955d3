import type { Rng } from '../random/rng';

/**
 * Random moments on a line of time, under fixed parameters. Frozen and stateless: the arrivals of a window depend on
 * the generator and the window alone. The unit of time is the caller's.
 */
export interface PointProcess<Params extends object = object> {
  /** The name of the function that made it: `poissonProcess`. */
  readonly name: string;
  /** The parameters, as given. */
  readonly params: Readonly<Params>;
  /**
   * The arrival times of the window [from, to), ascending.
   *
   * @throws SynthError `PARAMETER_INVALID` when an end is not finite, `to` is below `from`, or more than 2^26 arrivals
   * (of an inhomogeneous process: candidates) are expected
   */
  arrivals(rng: Rng, from: number, to: number): Float64Array;
}

/** A process whose expected counts are known. */
export interface CountedPointProcess<Params extends object = object> extends PointProcess<Params> {
  /** Arrivals in a unit of time, in the long run. */
  readonly meanRate: number;
  /** The expected number of arrivals of the window [from, to). */
  expectedCount(from: number, to: number): number;
}

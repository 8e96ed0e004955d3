import type { Rng } from '../random/rng';

/** Where a batch of numbers goes. Integers fit any of them; a continuous distribution wants a float array. */
export type NumberArray = Float64Array | Float32Array | Int32Array | Uint32Array;

/**
 * A distribution over numbers under fixed parameters. Frozen and stateless: a draw reads the generator and nothing
 * else, so the state of the generator is all there is to save.
 */
export interface Sampler<Params extends object = object> {
  /** The name of the function that made it: `normal`. */
  readonly name: string;
  /** The parameters, as given. */
  readonly params: Readonly<Params>;
  /** The expected value; NaN or infinite where the distribution has none. */
  readonly mean: number;
  /** The variance; NaN or infinite where the distribution has none. */
  readonly variance: number;
  /** One value. */
  draw(rng: Rng): number;
  /**
   * Fills `out`, or its first `count` numbers, with the values that as many calls of `draw` would give, and returns it.
   */
  fill<Out extends NumberArray>(rng: Rng, out: Out, count?: number): Out;
}

/** A continuous distribution whose distribution function and its inverse are known. */
export interface InvertibleSampler<Params extends object = object> extends Sampler<Params> {
  /** The probability of a value of at most `x`. */
  cdf(x: number): number;
  /** The smallest value whose `cdf` is at least `p`, for `p` in [0, 1]; NaN outside. */
  quantile(p: number): number;
}

/** A distribution over vectors of a fixed dimension. Frozen and stateless, as {@link Sampler} is. */
export interface VectorSampler<Params extends object = object> {
  /** The name of the function that made it: `dirichlet`. */
  readonly name: string;
  /** The parameters, as given. */
  readonly params: Readonly<Params>;
  /** The numbers of a vector. */
  readonly dimension: number;
  /** The expected vector. */
  readonly mean: readonly number[];
  /** The variance of each coordinate. */
  readonly variance: readonly number[];
  /** One vector, in an array of its own. */
  draw(rng: Rng): Float64Array;
  /**
   * Fills `out` with vectors, one after the other, and returns it. Its length is a multiple of `dimension`: with an
   * array of one vector, kept by the caller, a draw allocates nothing.
   *
   * @throws SynthError `PARAMETER_INVALID` when the length is not a multiple
   */
  fill(rng: Rng, out: Float64Array): Float64Array;
}

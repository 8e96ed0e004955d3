/** The whole state of a generator: four signed 32-bit words. */
export type RngState = readonly [number, number, number, number];

/**
 * A source of random numbers. Samplers take one as their first argument and keep nothing of it, so that its state is
 * all there is to save and restore.
 */
export interface Rng {
  /** Uniform over the integers [-2^31, 2^31 - 1]. One draw. */
  nextI32(): number;
  /** Uniform over the integers [0, 2^32 - 1]. One draw. */
  nextU32(): number;
  /** Uniform over the multiples of 2^-53 in [0, 1). Two draws of 32 bits. */
  nextF64(): number;
  /** The state before the next draw. */
  getState(): RngState;
  /** Continues from a state taken earlier. */
  setState(state: RngState): void;
}

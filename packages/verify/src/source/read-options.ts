import type { Seed } from '@synth/core';

/** How to read what is to be judged. */
export interface ReadOptions {
  /** Beside a plain file: one of rows held out from it, which is checked for leaks and is no part of the data. */
  readonly heldOut?: string | undefined;
  /** Decides who stays in samples. @defaultValue 'synth' */
  readonly seed?: Seed | undefined;
  /** Beyond so many rows, those of a sample of users are kept. @defaultValue 1,200,000 */
  readonly maxRows?: number | undefined;
}

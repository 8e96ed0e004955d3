import type { Row } from '@synth/core';

/** A row of a file and the line that it begins on, 1-based. */
export interface InputRow {
  readonly row: Row;
  readonly line: number;
}

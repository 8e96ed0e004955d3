import type { Column } from '@synth/core';
import { packedText } from '../packed-texts';
import type { Page } from '../page';
import type { TextStyle } from '../text-style';

/** The most rows that are measured, then written, at a time: their bytes stay in the processor's cache. */
export const windowRows = 1024;

/**
 * Renders one column of a file. A window of rows is first measured, column by column, and then written, column by
 * column, each cell at its place: loops over one array and one kind of value, which engines compile well, where a loop
 * over the cells of a row would branch at each. A cell writes its own bytes and not one more.
 */
export interface Cells {
  /** Takes the values of a batch. */
  load(column: Column): void;
  /** Adds the bytes of each cell of the rows [start, end) to `lengths`, from its index 0 on. */
  measure(start: number, end: number, lengths: Int32Array): void;
  /** Writes the cells of the rows [start, end), measured before, at `cursors`, and moves these on. */
  write(start: number, end: number, cursors: Int32Array, page: Page): void;
}

/** Cells of which a window may hold only such as take the same number of bytes: those have a way without cursors. */
export interface FixedCells extends Cells {
  readonly frame: CellFrame;
  /**
   * A cell without its prefix, in ASCII, if the cells of the rows [start, end) differ in nothing but the bytes that
   * {@link writeFixed} writes. Undefined where they take different numbers of bytes.
   */
  blank(start: number, end: number): string | undefined;
  /** Writes over the blanks of the rows [start, end): the first at `at`, each `stride` bytes behind the one before. */
  writeFixed(start: number, end: number, at: number, stride: number, page: Page): void;
}

export const isFixed = (cells: Cells): cells is FixedCells => 'blank' in cells;

/** What the cells of one column have in common. */
export interface CellFrame {
  readonly style: TextStyle;
  /** What stands before each value. */
  readonly prefix: string;
  readonly packedPrefix: Int32Array;
  readonly prefixLength: number;
  /** The prefix and a null. */
  readonly packedNull: Int32Array;
  readonly nullLength: number;
}

export function cellFrame(style: TextStyle, prefix: string): CellFrame {
  const packedPrefix = packedText(prefix);
  const packedNull = packedText(prefix + style.null);
  return {
    style,
    prefix,
    packedPrefix,
    prefixLength: packedPrefix[0]!,
    packedNull,
    nullLength: packedNull[0]!,
  };
}

/** Whether a row has a value. */
export const isPresent = (valid: Uint8Array | undefined, row: number): boolean =>
  valid === undefined || valid[row] !== 0;

import type { Row, Seed } from '@synth/core';
import type { Check } from '../integrity/check';
import type { TableRole } from './role-columns';
import type { TableKind } from './table-kind';
import type { TablePicture } from './table-picture';

/** Reads cells of a row by what they hold; undefined where there is no such column. */
export type Cells = (role: TableRole) => unknown;

/** What the rows of a table showed. */
export interface TableFindings {
  readonly kind: TableKind;
  readonly rows: number;
  /** NaN where a figure cannot be measured: then a check says why. */
  readonly figures: Readonly<Record<string, number>>;
  /** Standard errors of figures of a sample, and of laws that are fitted. */
  readonly errors: Readonly<Record<string, number>>;
  /** Figures that no band is for here: a check says why. */
  readonly unbanded?: readonly string[];
  /** Of keys that were looked at, where not all. */
  readonly share?: number;
  readonly checks: readonly Check[];
  readonly pictures: readonly TablePicture[];
}

/** Takes the rows of a table, then says what they show. */
export interface TableCollector {
  /** @param row as it was read, with objects as columns `a.b` */
  add(cells: Cells, where: () => string, row: Row): void;
  finish(): TableFindings;
}

/** What every collector is told. */
export interface CollectorOptions {
  readonly seed: Seed;
  /** Which roles the table has columns for. */
  readonly has: (role: TableRole) => boolean;
  /** Beyond so many rows, a seeded sample is kept of what has to be kept row by row. */
  readonly maxRows: number;
}

/** A check that says why figures were not measured. */
export const notMeasured = (name: string, detail: string): Check => ({ name, status: 'skip', detail });

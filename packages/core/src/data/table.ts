import type { ColumnType } from './column';

/** What a column holds, for writers, verifiers and the documentation. */
export interface ColumnSpec {
  /** As consumers read it: snake_case. */
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  /** Whether rows may lack a value. Default false. */
  readonly nullable?: boolean;
  /** The numbers of a row of a `vector`. */
  readonly width?: number;
  /** The element type of a `list`. */
  readonly items?: ColumnType;
  /** What the column is for, so that exporters and verifiers find it whatever its name. */
  readonly role?: 'user' | 'item' | 'session' | 'time' | 'label' | 'weight' | 'count' | 'group';
  /** Unit of a number: `days`, `USD`. */
  readonly unit?: string;
  /** Inclusive bounds of a number. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** The only texts there may be. */
  readonly values?: readonly string[];
}

/** A table: its columns in the order of its file, its key, and what it refers to. */
export interface TableSpec {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly ColumnSpec[];
  /** Columns that are unique together. Empty where rows may repeat. */
  readonly key: readonly string[];
  /** Columns whose every value stands in a column of another table. */
  readonly references?: readonly { readonly column: string; readonly table: string; readonly to: string }[];
  /** Columns by which rows are sorted, most significant first. */
  readonly order?: readonly string[];
  /** Whether the table holds what the generator planted, and so must not be shown to a model. */
  readonly truth?: boolean;
}

import type { Check } from '../integrity/check';
import type { TableFindings } from './table-findings';
import type { TableKind } from './table-kind';

/** A file that was looked at. */
export interface ReadTable {
  /** Without the folder. */
  readonly file: string;
  readonly kinds: readonly TableKind[];
  readonly rows: number;
}

/** Plain tables, and what reading them showed. */
export interface TableSet {
  /** The file or folder, without the path. */
  readonly name: string;
  readonly kind: 'file' | 'folder';
  readonly tables: readonly ReadTable[];
  readonly findings: readonly TableFindings[];
  /** Of the files: what was not looked at, and what looks like personal data. */
  readonly checks: readonly Check[];
}

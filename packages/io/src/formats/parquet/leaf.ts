import type { Column } from '@synth/core';
import type { ByteSink } from './byte-sink';

/** The physical types of Parquet that are written here, by their numbers. */
export const physicalTypes = { boolean: 0, int32: 1, int64: 2, float: 4, double: 5, byteArray: 6 } as const;

export const encodings = { plain: 0, rle: 3, rleDictionary: 8 } as const;

/** The smallest and the largest value, as the plain encoding has them (texts without their length). */
export interface Bounds {
  readonly min: Uint8Array;
  readonly max: Uint8Array;
}

/** Gathers the values of a column that are there; nulls and lists are the business of levels. */
export interface Leaf {
  readonly physicalType: number;
  /** How many values there are. */
  readonly size: number;
  /** Adds the elements [start, end) of a column of one of the leaf's types, none of them null. */
  add(column: Column, start: number, end: number): void;
  /** The dictionary that the values are written by, or undefined. Called before the others, once. */
  dictionary(): { readonly entries: number; readonly bytes: Uint8Array } | undefined;
  /** Writes the values; returns their encoding. */
  writeValues(sink: ByteSink): number;
  bounds(): Bounds | undefined;
  /** Begins anew. */
  clear(): void;
}

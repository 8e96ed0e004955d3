import type { ColumnSpec } from '@synth/core';

/** How a column becomes an array. */
export interface NpyColumn {
  /** NumPy's name of the element type. */
  readonly descr: string;
  readonly elementBytes: number;
  readonly isVector: boolean;
  /** The numbers of a vector, where the spec says. */
  readonly width?: number;
}

/** The array of a column; undefined for texts, lists and JSON values. */
export function npyColumn({ type, nullable = false, width }: ColumnSpec): NpyColumn | undefined {
  const numbers = (descr: string, elementBytes: number): NpyColumn => ({
    descr,
    elementBytes,
    isVector: false,
  });
  switch (type) {
    case 'f64':
      return numbers('<f8', 8);
    case 'f32':
      return numbers('<f4', 4);
    case 'i32':
      return nullable ? numbers('<f8', 8) : numbers('<i4', 4);
    case 'u32':
      return nullable ? numbers('<f8', 8) : numbers('<u4', 4);
    case 'bool':
      return nullable ? numbers('<f8', 8) : numbers('|b1', 1);
    case 'timestamp':
      return numbers('<M8[ms]', 8);
    case 'vector':
      return { descr: '<f4', elementBytes: 4, isVector: true, ...(width === undefined ? {} : { width }) };
    default:
      return undefined;
  }
}

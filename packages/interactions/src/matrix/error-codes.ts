/** The codes of errors that matrices raise. */
export type MatrixErrorCode =
  /** Arrays of a matrix do not fit each other, or an index or value is out of bounds. */
  'MATRIX_INVALID';

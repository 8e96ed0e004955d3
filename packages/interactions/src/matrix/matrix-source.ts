import type { InteractionMatrix } from './interaction-matrix';

/** A matrix, or data that has one. */
export type MatrixSource = InteractionMatrix | { matrix(): InteractionMatrix };

/** The matrix of a source. */
export function matrixOf(source: MatrixSource): InteractionMatrix {
  return 'matrix' in source ? source.matrix() : source;
}

import type { InteractionMatrix } from './interaction-matrix';
import { interactionMatrix } from './interaction-matrix';

/**
 * The same pairs with every entry 1: whether, not how often. Arrays are shared with `matrix`.
 *
 * @example
 * ```ts
 * const plays = matrixFromIndices({ rows: 1, cols: 1, userIndices: [0, 0], itemIndices: [0, 0] });
 * binarise(plays).data; // => undefined
 * ```
 */
export function binarise(matrix: InteractionMatrix): InteractionMatrix {
  const { data: _, ...pattern } = matrix;
  return interactionMatrix(pattern);
}

import type { Seed } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import { calibration, calibrationFigures } from '@synth/interactions/evaluate';
import { repeatPlays } from './repeat-plays';
import { sessionFigures } from './sessions';

/**
 * The figures of realism of a matrix without empty rows and columns.
 *
 * @param options.plays whether the values of the matrix are plays
 */
export function shapeFigures(
  matrix: InteractionMatrix,
  { seed, plays }: { readonly seed: Seed; readonly plays: boolean },
): Readonly<Record<string, number>> {
  return {
    ...calibrationFigures(calibration(matrix, { seed })),
    ...sessionFigures(matrix),
    ...(matrix.data === undefined ? {} : { repeatShare: repeatShare(matrix.data) }),
    ...(!plays || matrix.data === undefined ? {} : repeatPlays(matrix, matrix.data)),
  };
}

/**
 * The share of events that are not the first of their user and item (T11).
 *
 * @param counts how often each pair occurs
 */
function repeatShare(counts: Float32Array): number {
  return 1 - counts.length / counts.reduce((sum, count) => sum + count, 0);
}

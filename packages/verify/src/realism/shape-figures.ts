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
    ...(!plays || matrix.data === undefined ? {} : repeatPlays(matrix, matrix.data)),
  };
}

import type { Calibration } from './statistics/calibration';

/**
 * The figures of a calibration by the names that {@link bands} use. NaN where there is none: no tail to fit a power
 * law to, no timestamps.
 *
 * @example
 * ```ts
 * const matrix = matrixFromIndices({ rows: 2, cols: 3, userIndices: [0, 0, 1], itemIndices: [0, 1, 1] });
 * calibrationFigures(calibration(matrix)).density; // => 0.75
 * ```
 */
export function calibrationFigures(shape: Calibration): Readonly<Record<string, number>> {
  return {
    density: shape.density,
    itemGini: shape.itemGini,
    top1: shape.top1,
    top10: shape.top10,
    atLeast2: shape.support2,
    atLeast3: shape.support3,
    lognormalSigma: shape.itemLognormal.sigma,
    powerLawAlpha: shape.itemPowerLaw?.alpha ?? Number.NaN,
    powerLawKs: shape.itemPowerLaw?.ks ?? Number.NaN,
    powerLawTail: shape.itemPowerLaw?.tailShare ?? Number.NaN,
    activitySigma: shape.userActivity.s,
    userGini: shape.userGini,
    coOccurrence: shape.coOccurrence,
    spectralRatio: shape.spectralRatio,
    burstiness: shape.burstiness,
    diurnalPeak: shape.diurnalPeak,
  };
}

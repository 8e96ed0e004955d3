/** A figure and the interval that real data puts it in. */
export interface Band {
  /** As docs/presets.md and the verifier name it. */
  readonly id: string;
  readonly figure: string;
  readonly low: number;
  readonly high: number;
}

const band = (id: string, figure: string, low: number, high: number): Band => ({ id, figure, low, high });

/**
 * The bands that the fitted presets are held to: MovieLens-100K (RecSysDatasets, LensKit Codex; own computation on the
 * raw ratings), Last.fm-2K of HetRec 2011 (raw user-artist plays), and published lifts of ItemKNN over popularity.
 */
export const bands: Readonly<Record<string, readonly Band[]>> = {
  'movielens-like': [
    band('T01', 'density', 0.05, 0.075),
    band('T02', 'itemGini', 0.6, 0.66),
    band('T03', 'top1', 0.06, 0.1),
    band('T03', 'top10', 0.4, 0.46),
    band('T04', 'atLeast2', 0.89, 0.94),
    band('T04', 'atLeast3', 0.85, 0.9),
    band('T05', 'lognormalSigma', 1.4, 1.8),
    band('T05', 'powerLawTail', 0, 0.15),
    band('T06', 'activitySigma', 1.3, 1.65),
    band('T06', 'userGini', 0.44, 0.53),
    band('T07', 'coOccurrence', 0.62, 0.77),
    band('T08', 'spectralRatio', 2.2, 3),
    band('T13', 'burstiness', 0.25, 0.6),
    band('T14', 'diurnalPeak', 1.5, 2.5),
    band('P01', 'lift', 1.4, 2.1),
    band('P02', 'nullLift', 0, 1),
    band('P02', 'ratio', 0, 0.7),
    band('P04', 'lastOutRatio', 0.7, 0.9),
  ],
  'music-streaming-like': [
    band('T01', 'density', 0.002, 0.005),
    band('T02', 'itemGini', 0.7, 0.9),
    band('T03', 'top1', 0.27, 0.37),
    band('T03', 'top10', 0.64, 0.75),
    band('T04', 'atLeast2', 0.35, 0.45),
    band('T04', 'atLeast3', 0.22, 0.31),
    band('T05', 'powerLawAlpha', 1.7, 2),
    band('T05', 'powerLawKs', 0, 0.03),
    band('T08', 'spectralRatio', 1.6, 2.3),
    band('P01', 'lift', 2.2, 3.2),
    band('P02', 'nullLift', 0, 1),
    band('P02', 'ratio', 0, 0.7),
  ],
  'weak-signal': [band('P01', 'lift', 0.6, 1)],
};

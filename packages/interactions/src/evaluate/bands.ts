/** A figure and the interval that real data puts it in. */
export interface Band {
  /** The target or test: T01 to T14 are about shape, P01 to P07 about what can be learnt. */
  readonly id: string;
  /** The name of the figure. */
  readonly figure: string;
  /** Inclusive. A band from 0 is one-sided. */
  readonly low: number;
  /** Inclusive. */
  readonly high: number;
  /** What the interval rests on. */
  readonly source: string;
}

const band = (id: string, figure: string, low: number, high: number, source: string): Band => ({
  id,
  figure,
  low,
  high,
  source,
});

const own = 'own computation on the public file';

const shuffled = (source: string): Band[] => [
  band('P02', 'nullLift', 0, 1, source),
  band('P02', 'ratio', 0, 0.7, source),
];

const film: readonly Band[] = [
  band('T01', 'density', 0.05, 0.075, 'MovieLens-100K 6.3% (RecSysDatasets)'),
  band('T02', 'itemGini', 0.6, 0.66, `MovieLens-100K .629, 1M .634 (LensKit Codex; ${own})`),
  band('T03', 'top1', 0.06, 0.1, `MovieLens-100K 7.6% (${own})`),
  band('T03', 'top10', 0.4, 0.46, `MovieLens-100K 42.7% (${own})`),
  band('T04', 'atLeast2', 0.89, 0.94, `MovieLens-100K 91.6% (${own})`),
  band('T04', 'atLeast3', 0.85, 0.9, `MovieLens-100K 87.6% (${own})`),
  band('T05', 'lognormalSigma', 1.4, 1.8, `MovieLens-100K 1.63 (${own})`),
  band('T05', 'powerLawTail', 0, 0.15, `MovieLens-100K 6%: not a power law (${own})`),
  band('T06', 'activitySigma', 1.3, 1.65, 'MovieLens-100K 1.47, 20M 1.61 (LensKit Codex)'),
  band('T06', 'userGini', 0.44, 0.53, 'MovieLens-100K .470, 1M .529 (The Datasets Dilemma, WSDM 2022)'),
  band('T07', 'coOccurrence', 0.62, 0.77, `MovieLens-100K 69.6% (${own})`),
  band('T08', 'spectralRatio', 2.2, 3, `MovieLens-100K 2.63 (${own})`),
  band('T13', 'burstiness', 0.25, 0.6, `MovieLens-100K .42; a Poisson process has 0 (${own})`),
  band('T14', 'diurnalPeak', 1.5, 2.5, `MovieLens-100K 1.97 (${own})`),
  band('P01', 'lift', 1.4, 2.1, `MovieLens 100K 1.69, 1M 1.52, 20M 2.09 (${own}; PMC9218726)`),
  ...shuffled(`shuffled MovieLens-100K .83, .49 of its P01 (${own})`),
  band('P04', 'lastOutRatio', 0.7, 0.9, `MovieLens-100K 1.35 / 1.69 = .80 (${own})`),
];

const music: readonly Band[] = [
  band('T01', 'density', 0.002, 0.005, 'Last.fm-2K .278% (HetRec 2011)'),
  band('T02', 'itemGini', 0.7, 0.9, `Last.fm-2K .730, 360K .870 (${own}; The Datasets Dilemma)`),
  band('T03', 'top1', 0.27, 0.37, `Last.fm-2K 31.6% (${own})`),
  band('T03', 'top10', 0.64, 0.75, `Last.fm-2K 70.0% (${own})`),
  band('T04', 'atLeast2', 0.35, 0.45, `Last.fm-2K 39.4% (${own})`),
  band('T04', 'atLeast3', 0.22, 0.31, `Last.fm-2K 26.2% (${own})`),
  band('T05', 'powerLawAlpha', 1.7, 2, `Last.fm-2K 1.83 (${own})`),
  band('T05', 'powerLawKs', 0, 0.03, `Last.fm-2K .013 (${own})`),
  band('T08', 'spectralRatio', 1.6, 2.3, `Last.fm-2K 1.90 (${own})`),
  band('P01', 'lift', 2.2, 3.2, `Last.fm-2K 2.70 (${own})`),
  ...shuffled(`shuffled Last.fm-2K .90, .33 of its P01 (${own})`),
];

/**
 * The bands that data is held to, by preset: MovieLens-100K (own computation on the raw ratings), Last.fm-2K of HetRec
 * 2011 (raw user-artist plays), and published lifts of ItemKNN over popularity. They hold at the size of the preset.
 *
 * @example
 * ```ts
 * bands['movielens-like'].length; // => 18
 * ```
 */
export const bands: Readonly<Record<string, readonly Band[]>> = {
  'movielens-like': film,
  'music-streaming-like': music,
  'weak-signal': [band('P01', 'lift', 0.6, 1, 'Epinions .74: popularity wins (RecSys2019 evaluation)')],
  standard: [
    band('P01', 'lift', 1.1, 2.1, `MovieLens-100K cut to 164 x 234: 1.1 to 1.6; whole 1.4 to 2.1 (${own})`),
    ...shuffled(`shuffled MovieLens-100K .83, cut to 164 x 234 .85 (${own})`),
  ],
};

export { betaBinomialFit } from './beta-binomial';
export { matchBands, matchBandSetting } from './match-bands';
export { matchTests } from './match-tests';
export { reciprocalSuccess } from './reciprocal-success';
export { twoSidedFigures } from './two-sided-figures';

export type { BetaBinomialFit } from './beta-binomial';
export type { Decisions } from './decisions';
export type { Judged } from './judged';
export type { MatchBand } from './match-bands';
export type { MatchCheck, MatchFindings, MatchJudge, MatchRun } from './match-tests';
export type { ReciprocalSuccess } from './reciprocal-success';
export type { Figures } from './two-sided-figures';

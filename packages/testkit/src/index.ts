export { chiSquareTest, countCells, ksTest, ksTestAtQuantiles } from './goodness-of-fit';
export { correlation, moments, standardisedMoments } from './moments';
export { standardErrorOfMean, standardErrorOfShare, zScore } from './standard-error';
export { chiSquareUpper, kolmogorovUpper, normalUpper } from './upper-tails';

export type { Fit } from './goodness-of-fit';
export type { Moments } from './moments';

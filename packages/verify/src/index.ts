export { bandNames } from './realism/bands-of';
export { readSource } from './source/read-source';
export { verify, verifyMatrix, verifySource } from './verify';

export type { VerifyErrorCode } from './errors';
export type { Check } from './integrity/check';
export type { HoldoutScores, LeftOut, Score } from './learnability/learnability';
export type { Judged } from './realism/judged';
export type { ColumnNames } from './source/column-names';
export type { PlantedTruth, Source } from './source/source';
export type { Evidence, Reason, Verdict } from './verdict/verdict';
export type { VerifyOptions, VerifyReport } from './verify';

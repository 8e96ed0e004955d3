export { datasetLaws } from './dataset-laws';
export { rngLaws } from './rng-laws';
export { streamLaws } from './stream-laws';

export type { Law } from './law';
export type { OpenStreams } from './stream-laws';

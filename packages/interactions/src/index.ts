export { interactionsDataset } from './dataset/dataset';
export { interactions } from './interactions';
export { interactionMatrix } from './matrix/interaction-matrix';
export { matrixFromIndices } from './matrix/matrix-from-indices';
export { matrixFromPairs } from './matrix/matrix-from-pairs';
export { transpose } from './matrix/transpose';

export type { PresetName } from './config/presets';
export type { InteractionsConfig, InteractionsOptions } from './config/schema';
export type { InteractionData, Truth } from './data/interaction-data';
export type { InteractionsErrorCode } from './errors';
export type { GeneratedInteractions, GeneratorOptions, TableOption } from './interactions';
export type { InteractionMatrix, SparseRows } from './matrix/interaction-matrix';

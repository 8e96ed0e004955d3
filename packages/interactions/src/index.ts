export { interactionsDataset } from './dataset/dataset';
export { interactions } from './interactions';
export { interactionMatrix } from './matrix/interaction-matrix';
export { kcore } from './matrix/k-core';
export { matrixFromIndices } from './matrix/matrix-from-indices';
export { matrixFromPairs } from './matrix/matrix-from-pairs';
export { transpose } from './matrix/transpose';
export { split } from './splits/split';
export { cfViability } from './viability/cf-viability';

export type { PresetName } from './config/presets';
export type { InteractionsConfig, InteractionsOptions } from './config/schema';
export type { InteractionData, Truth } from './data/interaction-data';
export type { InteractionsErrorCode } from './errors';
export type { EventOptions, ItemVectors, NegativeOptions } from './events/event-options';
export type { EventRow, EventTable } from './events/event-table';
export type { GeneratedInteractions, GeneratorOptions, TableOption } from './interactions';
export type { InteractionMatrix, SparseRows } from './matrix/interaction-matrix';
export type { CfViability, CfViabilityOptions } from './viability/cf-viability';

export { lines } from './lines';
export { readRowBatches, readRows } from './read-rows';
export { readTable } from './read-table';
export { readVectors } from './read-vectors';

export type { ColumnMapping, ColumnSource } from './column-mapping';
export type { InputRow } from './input-row';
export type { Line } from './lines';
export type { ReadOptions } from './read-rows';

export { conformanceBatch, conformanceTable } from './conformance-table';
export { sinkConformance } from './sink-conformance';

export type { SinkCheck, SinkConformanceOptions, SinkUnderTest } from './sink-conformance';

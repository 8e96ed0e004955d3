export { openQdrantSink, requires } from './open-qdrant-sink';
export { pointId } from './point-id';
export { qdrantSink } from './qdrant-sink';

export type { TargetName } from '../tables-by-name';
export type { OpenQdrantSinkOptions, QdrantLibrary } from './open-qdrant-sink';
export type { QdrantPoint, QdrantSinkClient, QdrantSinkOptions } from './qdrant-sink';

export { fromPostgresJs } from './from-postgres-js';
export { openPostgresSink, requires } from './open-postgres-sink';
export { postgresSink } from './postgres-sink';

export type { TargetName } from '../tables-by-name';
export type { PostgresJsSql } from './from-postgres-js';
export type { OpenPostgresSinkOptions, PostgresLibrary } from './open-postgres-sink';
export type { PostgresConnection, PostgresSinkOptions } from './postgres-sink';

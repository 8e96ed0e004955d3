export { fromPg } from './from-pg';
export { openPostgresSink, requires } from './open-postgres-sink';
export { postgresSink } from './postgres-sink';

export type { TargetName } from '../tables-by-name';
export type { PgClient, PgStream } from './from-pg';
export type { OpenPostgresSinkOptions, PostgresLibrary } from './open-postgres-sink';
export type { PostgresConnection, PostgresSinkOptions } from './postgres-sink';

export { connectPostgres, requires } from './connect-postgres';
export { fromPg } from './from-pg';
export { openPostgresSink } from './open-postgres-sink';
export { postgresSink } from './postgres-sink';

export type { TargetName } from '../tables-by-name';
export type { ConnectPostgresOptions, PostgresLibrary, PostgresLifecycle } from './connect-postgres';
export type { PgClient, PgStream } from './from-pg';
export type { OpenPostgresSinkOptions } from './open-postgres-sink';
export type { PostgresConnection, PostgresSinkOptions } from './postgres-sink';

export { connectRedis, requires } from './connect-redis';
export { openRedisSink } from './open-redis-sink';
export { redisScan } from './redis-scan';
export { redisSink } from './redis-sink';

export type { TargetName } from '../tables-by-name';
export type { ConnectRedisOptions, RedisLibrary, RedisLifecycle } from './connect-redis';
export type { OpenRedisSinkOptions } from './open-redis-sink';
export type { RedisEntry, RedisScanClient, RedisScanOptions } from './redis-scan';
export type { RedisClient, RedisPipeline, RedisSinkOptions } from './redis-sink';

export { openRedisSink, requires } from './open-redis-sink';
export { redisScan } from './redis-scan';
export { redisSink } from './redis-sink';

export type { TargetName } from '../tables-by-name';
export type { OpenRedisSinkOptions, RedisLibrary } from './open-redis-sink';
export type { RedisEntry, RedisScanClient } from './redis-scan';
export type { RedisClient, RedisPipeline, RedisSinkOptions } from './redis-sink';

// Compiled, never run: the real clients fit the shapes that the sinks and sources take.
import type { QdrantClient } from '@qdrant/js-client-rest';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Redis } from 'ioredis';
import type { Producer } from 'kafkajs';
import type { Client } from 'pg';
import type { CopyStreamQuery } from 'pg-copy-streams';
import type { Fetch } from '../../src/sinks/http';
import type { KafkaProducer } from '../../src/sinks/kafka';
import type { PgClient, PgStream } from '../../src/sinks/postgres';
import type { QdrantSinkClient } from '../../src/sinks/qdrant';
import type { RedisClient, RedisScanClient } from '../../src/sinks/redis';
import type { PostgrestReader, SupabaseSinkClient } from '../../src/sinks/supabase';

const fits = <Shape>(client: Shape): Shape => client;

export const clients = {
  kafka: (client: Producer) => fits<KafkaProducer>(client),
  redis: (client: Redis) => [fits<RedisClient>(client), fits<RedisScanClient>(client)],
  qdrant: (client: QdrantClient) => fits<QdrantSinkClient>(client),
  supabase: (client: SupabaseClient) => [fits<SupabaseSinkClient>(client), fits<PostgrestReader>(client)],
  postgres: (client: Client, stream: CopyStreamQuery) => [fits<PgClient>(client), fits<PgStream>(stream)],
  http: (client: typeof fetch) => fits<Fetch>(client),
};

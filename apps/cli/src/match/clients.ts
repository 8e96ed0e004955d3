import type { PostgresLibrary } from '@synth/io/postgres';
import type { RedisClient, RedisLibrary, RedisScanClient } from '@synth/io/redis';
import type {
  PostgrestReader,
  SupabaseAnswer,
  SupabaseLibrary,
  SupabaseSinkClient,
} from '@synth/io/supabase';

/** What is asked of a Redis client: a client of ioredis fits. */
export interface RedisStore extends RedisClient, RedisScanClient {
  ping(): Promise<unknown>;
  del(keys: string[]): Promise<number>;
}

type Written = ReturnType<SupabaseSinkClient['from']>;
type Pages = ReturnType<ReturnType<PostgrestReader['from']>['select']>;

/** What is asked of a Supabase client: a client of supabase-js fits. */
export interface SupabaseTables {
  from(table: string): Written & {
    select(columns: string): Pages & {
      in(column: string, values: readonly string[]): PromiseLike<SupabaseAnswer & { data: unknown[] | null }>;
    };
    delete(): { in(column: string, values: readonly string[]): PromiseLike<SupabaseAnswer> };
  };
}

/** Client libraries that are handed in, in place of those that are installed. */
export interface Libraries {
  readonly redis?: RedisLibrary<RedisStore>;
  readonly supabase?: SupabaseLibrary<SupabaseTables>;
  readonly postgres?: PostgresLibrary;
}

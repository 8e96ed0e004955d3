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

/** Rows of a table by a list of ids. */
export interface SupabaseSelector {
  from(table: string): {
    select(columns: string): {
      in(column: string, values: readonly string[]): PromiseLike<SupabaseAnswer & { data: unknown[] | null }>;
    };
  };
}

/** Takes rows away by a list of ids. */
export interface SupabaseRemover {
  from(table: string): {
    delete(): { in(column: string, values: readonly string[]): PromiseLike<SupabaseAnswer> };
  };
}

type Of<Client extends { from(table: string): object }> = ReturnType<Client['from']>;

/** What is asked of a Supabase client: a client of supabase-js fits. */
export interface SupabaseTables {
  from(table: string): Of<SupabaseSinkClient> &
    Of<SupabaseRemover> & {
      select(
        columns: string,
      ): ReturnType<Of<PostgrestReader>['select']> & ReturnType<Of<SupabaseSelector>['select']>;
    };
}

/** Client libraries that are handed in, in place of those that are installed. */
export interface Libraries {
  readonly redis?: RedisLibrary<RedisStore>;
  readonly supabase?: SupabaseLibrary<SupabaseTables>;
  readonly postgres?: PostgresLibrary;
}

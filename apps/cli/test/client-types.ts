// Compiled, never run: the real clients fit the shapes that commands take.
import type { SupabaseClient } from '@supabase/supabase-js';
import type { PostgrestReader, SupabaseSinkClient } from '@synth/io/supabase';
import type { Redis } from 'ioredis';
import type { RedisStore, SupabaseRemover, SupabaseSelector } from '../src/match/clients';

const fits = <Shape>(client: Shape): Shape => client;

export const clients = {
  redis: (client: Redis) => fits<RedisStore>(client),
  supabase: (client: SupabaseClient) => [
    fits<SupabaseSinkClient>(client),
    fits<PostgrestReader>(client),
    fits<SupabaseRemover>(client),
    // As a call: the type of the builder is too deep to be compared.
    fits<ReturnType<ReturnType<ReturnType<SupabaseSelector['from']>['select']>['in']>>(
      client.from('users').select('id').in('id', ['ada']),
    ),
  ],
};

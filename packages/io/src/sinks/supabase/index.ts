export { connectSupabase, requires } from './connect-supabase';
export { openSupabaseSink } from './open-supabase-sink';
export { postgrestRows } from './postgrest-rows';
export { supabaseSink } from './supabase-sink';

export type { TargetName } from '../tables-by-name';
export type { ConnectSupabaseOptions, SupabaseLibrary } from './connect-supabase';
export type { OpenSupabaseSinkOptions } from './open-supabase-sink';
export type { PostgrestReader } from './postgrest-rows';
export type { SupabaseAnswer, SupabaseSinkClient, SupabaseSinkOptions } from './supabase-sink';

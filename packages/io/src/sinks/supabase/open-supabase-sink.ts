import type { Sink } from '@synth/core';
import type { ConnectSupabaseOptions } from './connect-supabase';
import { connectSupabase } from './connect-supabase';
import type { SupabaseSinkOptions } from './supabase-sink';
import { supabaseSink } from './supabase-sink';

export interface OpenSupabaseSinkOptions
  extends Omit<SupabaseSinkOptions, 'client'>, ConnectSupabaseOptions {}

/**
 * A Supabase sink with a client of its own.
 *
 * @throws SynthError `LIBRARY_MISSING`
 */
export async function openSupabaseSink(options: OpenSupabaseSinkOptions): Promise<Sink> {
  const { url, key, library, ...rest } = options;
  return supabaseSink({ ...rest, client: await connectSupabase({ url, key, library }) });
}

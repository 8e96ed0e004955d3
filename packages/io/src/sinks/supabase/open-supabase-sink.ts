import type { Sink } from '@synth/core';
import { loadLibrary } from '../library';
import type { SupabaseSinkClient, SupabaseSinkOptions } from './supabase-sink';
import { supabaseSink } from './supabase-sink';

/** The library that {@link openSupabaseSink} loads: install it beside this package. */
export const requires = { package: '@supabase/supabase-js', range: '>=2 <3' } as const;

/** The part of the @supabase/supabase-js module that is used. */
export interface SupabaseLibrary {
  createClient(
    url: string,
    key: string,
    options: { auth: { persistSession: boolean }; realtime: { transport: never } },
  ): SupabaseSinkClient;
}

export interface OpenSupabaseSinkOptions extends Omit<SupabaseSinkOptions, 'client'> {
  /** `https://<project>.supabase.co` */
  readonly url: string;
  /** A key that may write: the service role's, or one whose policies allow it. */
  readonly key: string;
  /** The module, where it cannot be resolved from here. */
  readonly library?: SupabaseLibrary;
}

/** Stands where the client wants a WebSocket, which Node 20 lacks: nothing here listens to changes. */
class NoWebSocket {
  constructor() {
    throw new Error('this client does not listen to changes');
  }
}

/**
 * A Supabase sink with a client of its own.
 *
 * @throws SynthError `LIBRARY_MISSING`
 */
export async function openSupabaseSink(options: OpenSupabaseSinkOptions): Promise<Sink> {
  const { url, key, library, ...rest } = options;
  const { createClient } = await loadLibrary<SupabaseLibrary>(
    requires,
    library,
    () => import('@supabase/supabase-js') as Promise<SupabaseLibrary>,
  );
  const client = createClient(url, key, {
    auth: { persistSession: false },
    realtime: { transport: NoWebSocket as never },
  });
  return supabaseSink({ ...rest, client });
}

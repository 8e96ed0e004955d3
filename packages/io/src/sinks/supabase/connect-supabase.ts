import { loadLibrary } from '../library';
import type { SupabaseSinkClient } from './supabase-sink';

/** The library that {@link connectSupabase} loads: install it beside this package. */
export const requires = { package: '@supabase/supabase-js', range: '>=2 <3' } as const;

/** The part of the @supabase/supabase-js module that is used; `Client` is what its user wants of a client. */
export interface SupabaseLibrary<Client = SupabaseSinkClient> {
  createClient(
    url: string,
    key: string,
    options: { auth: { persistSession: boolean }; realtime: { transport: never } },
  ): Client;
}

export interface ConnectSupabaseOptions<Client = SupabaseSinkClient> {
  /** `https://<project>.supabase.co` */
  readonly url: string;
  /** A key that may do what is asked: the service role's, or one whose policies allow it. */
  readonly key: string;
  /** The module, where it cannot be resolved from here. */
  readonly library?: SupabaseLibrary<Client> | undefined;
}

/** Stands where the client wants a WebSocket, which Node 20 lacks: nothing here listens to changes. */
class NoWebSocket {
  constructor() {
    throw new Error('this client does not listen to changes');
  }
}

/**
 * A client of Supabase. It holds no connection: that the server is there shows with the first request.
 *
 * @typeParam Client what the caller wants of a client of supabase-js
 * @throws SynthError `LIBRARY_MISSING`
 */
export async function connectSupabase<Client = SupabaseSinkClient>(
  options: ConnectSupabaseOptions<Client>,
): Promise<Client> {
  const { url, key, library } = options;
  const load = () => import('@supabase/supabase-js') as unknown as Promise<SupabaseLibrary<Client>>;
  const { createClient } = await loadLibrary<SupabaseLibrary<Client>>(requires, library, load);
  return createClient(url, key, {
    auth: { persistSession: false },
    realtime: { transport: NoWebSocket as never },
  });
}

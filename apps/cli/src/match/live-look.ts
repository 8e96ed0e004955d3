import type { Inputs, InputTable } from '@synth/core';
import { connectRedis } from '@synth/io/redis';
import { connectSupabase } from '@synth/io/supabase';
import type { Context } from '../context';
import type { OptionValues } from '../options/option';
import type { RedisStore, SupabaseTables } from './clients';
import { isNoTable, readServiceTable, readSessions } from './read-people';
import { redisOf, supabaseOf } from './services';

/** What several checks want of the services: each is looked at once. */
export class LiveLook {
  readonly #values: OptionValues;
  readonly #found = new Map<string, Promise<unknown>>();

  constructor(values: OptionValues) {
    this.#values = values;
  }

  /** That the server answers. */
  redis(context: Context): Promise<void> {
    return this.#once('redis', async () => {
      await this.#withRedis(context, (client) => client.ping());
    });
  }

  sessions(context: Context): Promise<InputTable> {
    return this.#once('sessions', async () => {
      await this.redis(context);
      return this.#withRedis(context, readSessions);
    });
  }

  users(context: Context): Promise<InputTable> {
    return this.#once('users', () => this.#table(context, 'users'));
  }

  async profiles(context: Context): Promise<InputTable> {
    await this.users(context);
    return this.#once('profiles', () => this.#table(context, 'profiles'));
  }

  /** Groups; none where there is no such table. */
  async groups(context: Context): Promise<InputTable> {
    await this.users(context);
    return this.#once('groups', () =>
      this.#table(context, 'groups').catch((error: unknown) => {
        if (isNoTable(error)) return { rows: [] };
        throw error;
      }),
    );
  }

  /** All that events are made of. */
  async inputs(context: Context): Promise<Inputs> {
    const sessions = await this.sessions(context);
    const [users, profiles] = [await this.users(context), await this.profiles(context)];
    return { sessions, users, profiles, groups: await this.groups(context) };
  }

  #once<Found>(what: string, look: () => Promise<Found>): Promise<Found> {
    const found = this.#found.get(what) ?? look();
    this.#found.set(what, found);
    return found as Promise<Found>;
  }

  async #table(context: Context, name: 'users' | 'profiles' | 'groups'): Promise<InputTable> {
    const address = supabaseOf(this.#values, context.env);
    const library = context.libraries?.supabase;
    return readServiceTable(await connectSupabase<SupabaseTables>({ ...address, library }), name);
  }

  async #withRedis<Found>(context: Context, use: (client: RedisStore) => Promise<Found>): Promise<Found> {
    const url = redisOf(this.#values, context.env);
    const client = await connectRedis<RedisStore>({ url, library: context.libraries?.redis });
    return use(client).finally(() => client.quit().catch(() => undefined));
  }
}

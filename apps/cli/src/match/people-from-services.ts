import type { Inputs } from '@synth/core';
import { SynthError } from '@synth/core';
import type { Context } from '../context';
import type { CliErrorCode } from '../errors';
import type { Generator } from '../generator';
import type { OptionValues } from '../options/option';
import { readPeople } from './read-people';
import { liveOption, serviceOptions, servicesOf } from './services';

/** Options of tables that a service stands in for. */
const tablesOf = { redis: ['sessions'], supabase: ['users', 'profiles', 'groups'] } as const;

/** People of `synth simulate match` that come from Redis and Supabase. */
export const peopleFromServices: NonNullable<Generator['services']> = {
  options: [...serviceOptions, liveOption],
  async read(values: OptionValues, { env, libraries }: Context): Promise<Inputs> {
    const services = servicesOf(values, env);
    for (const service of Object.keys(services) as (keyof typeof tablesOf)[]) {
      const twice = tablesOf[service].find((table) => values.has(table));
      if (twice !== undefined) throw doubled(service, twice);
    }
    if (services.supabase !== undefined && services.redis === undefined && !values.has('sessions')) {
      throw withoutTrips();
    }
    return readPeople(services, libraries);
  },
};

const doubled = (service: string, table: string): SynthError<CliErrorCode> =>
  new SynthError<CliErrorCode>({
    code: 'OPTION_VALUE',
    message: `${table} come from ${service}, and --${table} is given too`,
    field: `--${table}`,
    allowed: 'one of them',
    remedy: `leave out --${table}, or the service`,
  });

const withoutTrips = (): SynthError<CliErrorCode> =>
  new SynthError<CliErrorCode>({
    code: 'OPTION_VALUE',
    message: 'Supabase has users, and no sessions: nobody would travel',
    field: '--supabase',
    remedy: 'give --redis URL, or --sessions FILE',
  });

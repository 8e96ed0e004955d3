import { SynthError } from '@synth/core';
import type { Context } from '../context';
import type { CliErrorCode } from '../errors';
import type { Option, OptionValues } from '../options/option';
import { textOf } from '../options/option';

/** Options that name the services of a matching application. */
export const serviceOptions: readonly Option[] = [
  { name: 'redis', value: 'URL', description: 'sessions: redis://host:6379', secret: true },
  { name: 'supabase', value: 'URL', description: 'users, profiles, groups: https://project.supabase.co' },
  {
    name: 'supabase-key',
    value: 'KEY',
    description: 'its key',
    default: 'SUPABASE_KEY or SUPABASE_SERVICE_ROLE_KEY',
    secret: true,
  },
];

/** The option that takes addresses from the environment. */
export const liveOption: Option = {
  name: 'live',
  description: 'both services; addresses that are not given are REDIS_URL and SUPABASE_URL',
};

/** How a setting can be made: an option or a variable, the first of them that is set. */
interface Setting {
  readonly what: string;
  readonly option: string;
  readonly value: string;
  readonly variables: readonly string[];
}

export const settings = {
  redis: { what: 'the address of Redis', option: 'redis', value: 'URL', variables: ['REDIS_URL'] },
  supabase: {
    what: 'the address of Supabase',
    option: 'supabase',
    value: 'URL',
    variables: ['SUPABASE_URL'],
  },
  supabaseKey: {
    what: 'the key of Supabase',
    option: 'supabase-key',
    value: 'KEY',
    variables: ['SUPABASE_KEY', 'SUPABASE_SERVICE_ROLE_KEY'],
  },
} as const satisfies Record<string, Setting>;

/** Both ways to make a setting, in words. */
export const waysTo = ({ option, value, variables }: Setting): string =>
  `set ${variables.join(' or ')}, or give --${option} ${value}`;

/** What a setting is, by its option or a variable. */
export function settingOf(
  { option, variables }: Setting,
  values: OptionValues,
  env: Context['env'],
): string | undefined {
  const given = [textOf(values, option), ...variables.map((name) => env[name])];
  return given.find((text) => text !== undefined && text !== '');
}

/** Where Supabase is, and the key to it. */
export interface SupabaseAddress {
  readonly url: string;
  readonly key: string;
}

/** Where the services are, as far as they were asked for. */
export interface Services {
  readonly redis?: string;
  readonly supabase?: SupabaseAddress;
}

/**
 * The services that options ask for. Addresses come from the environment with `--live` only: whoever wants invented
 * people gets them, whatever is set.
 *
 * @throws SynthError `SERVICE_UNSET`, `OPTION_VALUE`
 */
export function servicesOf(values: OptionValues, env: Context['env']): Services {
  const live = values.get('live') === true;
  return {
    ...(live || values.has('redis') ? { redis: redisOf(values, env) } : {}),
    ...(live || values.has('supabase') ? { supabase: supabaseOf(values, env) } : {}),
  };
}

/**
 * The address of Redis, by its option or a variable.
 *
 * @throws SynthError `SERVICE_UNSET`, `OPTION_VALUE`
 */
export function redisOf(values: OptionValues, env: Context['env']): string {
  const url = needed(settings.redis, values, env);
  checkAddress(url, settings.redis, ['redis:', 'rediss:']);
  return url;
}

/**
 * The address and the key of Supabase, by options or variables.
 *
 * @throws SynthError `SERVICE_UNSET`, `OPTION_VALUE`
 */
export function supabaseOf(values: OptionValues, env: Context['env']): SupabaseAddress {
  const url = needed(settings.supabase, values, env);
  checkAddress(url, settings.supabase, ['http:', 'https:']);
  return { url, key: needed(settings.supabaseKey, values, env) };
}

function needed(setting: Setting, values: OptionValues, env: Context['env']): string {
  const found = settingOf(setting, values, env);
  if (found !== undefined) return found;
  throw new SynthError<CliErrorCode>({
    code: 'SERVICE_UNSET',
    message: `${setting.what} is not known`,
    field: `--${setting.option}`,
    remedy: waysTo(setting),
  });
}

/**
 * Refuses an address of the wrong kind. It is not repeated: it may hold a password.
 *
 * @throws SynthError `OPTION_VALUE`
 */
export function checkAddress(
  url: string,
  { what, option }: Pick<Setting, 'what' | 'option'>,
  schemes: readonly string[],
): void {
  if (URL.canParse(url) && schemes.includes(new URL(url).protocol)) return;
  const allowed = `an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`;
  throw new SynthError<CliErrorCode>({
    code: 'OPTION_VALUE',
    message: `${what} is none: give ${allowed}`,
    field: `--${option}`,
    allowed,
  });
}

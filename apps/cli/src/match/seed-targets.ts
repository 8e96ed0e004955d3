import { isSynthError, SynthError } from '@synth/core';
import type { ServiceIds } from '@synth/match-events';
import type { Context } from '../context';
import type { CliErrorCode } from '../errors';
import type { OptionValues } from '../options/option';
import { textOf } from '../options/option';
import { postgresPeople } from './postgres-people';
import { isNoTable } from './read-people';
import type { SeedTargets } from './seed-people';
import { serviceDdl } from './service-ddl';
import { checkAddress, servicesOf } from './services';
import { redisSessions } from './session-store';
import { supabasePeople } from './supabase-people';

const refused = (field: string, message: string, remedy: string): SynthError<CliErrorCode> =>
  new SynthError<CliErrorCode>({ code: 'OPTION_VALUE', message, field, allowed: remedy, remedy });

/**
 * Opens what a seed writes to, uses it, and closes it, whatever happens.
 *
 * @throws SynthError `OPTION_VALUE`, `SERVICE_UNSET`, and those of the services, with what to do
 */
export async function withSeedTargets<Result>(
  values: OptionValues,
  { env, libraries }: Context,
  ids: ServiceIds,
  use: (targets: SeedTargets) => Promise<Result>,
): Promise<Result> {
  const { redis, supabase } = servicesOf(values, env);
  const postgres = textOf(values, 'postgres');
  const create = values.get('create-tables') === true;
  if (postgres !== undefined && supabase !== undefined) {
    throw refused('--postgres', 'people go to Supabase and to PostgreSQL', 'give one of the two');
  }
  if (create && postgres === undefined) {
    throw refused(
      '--create-tables',
      'tables are made through --postgres only',
      'run what --ddl prints in the SQL editor of Supabase',
    );
  }
  if (redis === undefined && supabase === undefined && postgres === undefined) {
    throw refused(
      '--supabase',
      'there is nothing to write to',
      'give --supabase URL or --postgres URL, and --redis URL; or --live',
    );
  }
  if (postgres !== undefined) {
    const postgresql = { what: 'the address of PostgreSQL', option: 'postgres' };
    checkAddress(postgres, postgresql, ['postgres:', 'postgresql:']);
  }
  const sessions = redis === undefined ? undefined : await redisSessions(redis, libraries);
  let people: SeedTargets['people'];
  try {
    if (supabase !== undefined) people = await supabasePeople(supabase, libraries);
    if (postgres !== undefined) {
      people = await postgresPeople(postgres, create ? serviceDdl(ids) : undefined, libraries);
    }
    return await use({ people, sessions });
  } catch (error) {
    throw advised(error);
  } finally {
    await people?.close();
    await sessions?.close();
  }
}

/** What PostgreSQL says to a text that is no UUID, or no number. */
const invalidText = '22P02';

/** The error with what to do where it is one of tables that do not fit. */
function advised(error: unknown): unknown {
  if (!isSynthError(error)) return error;
  const { code, message, field, cause } = error;
  const remedy = isNoTable(error)
    ? 'make the tables by --create-tables with --postgres, or by what --ddl prints'
    : (cause as { code?: unknown } | undefined)?.code === invalidText
      ? 'use --uuid where ids are UUIDs; --ddl prints the columns'
      : undefined;
  if (remedy === undefined) return error;
  return new SynthError({ code, message, ...(field === undefined ? {} : { field }), remedy, cause });
}

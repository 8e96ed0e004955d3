import { matchDataset } from '@synth/match-events';
import type { Option } from '../options/option';
import type { ConfigOption } from '../options/schema-options';
import { schemaOptions } from '../options/schema-options';
import { liveOption, serviceOptions } from './services';

/** Options of invented people: those of `synth simulate match` that decide who they are. */
const populationOptions = ['users', 'groups', 'seed', 'missing', 'regions', 'travel-days', 'start', 'days'];

export const seedConfigOptions: readonly ConfigOption[] = schemaOptions(
  matchDataset.config.jsonSchema(),
).filter(({ name }) => populationOptions.includes(name));

export const seedTargetOptions: readonly Option[] = [
  ...serviceOptions,
  liveOption,
  {
    name: 'postgres',
    value: 'URL',
    description: 'the database itself, in place of Supabase: postgres://user@host:5432/db',
    secret: true,
  },
];

export const seedWorkOptions: readonly Option[] = [
  { name: 'create-tables', description: 'with --postgres: make tables that are not there' },
  { name: 'ddl', description: 'print the statements that make the tables, and do nothing' },
  { name: 'uuid', description: 'ids are UUIDs, for tables whose ids are' },
  { name: 'overwrite', description: 'also replace users and sessions that no seed made' },
  { name: 'clear', description: 'take away what seeds made, and write nothing' },
  { name: 'dry-run', description: 'say what would be written' },
];

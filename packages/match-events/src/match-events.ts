import type { Batch, Inputs, InputTable, JsonValue, Row, TableSelection, TableSpec } from '@synth/core';
import { openTables, rowAt } from '@synth/core';
import type { MatchConfig, MatchOptions } from './config/schema';
import { configSchema, defaultPeople } from './config/schema';
import { matchDataset } from './dataset/dataset';
import { settledWorld } from './dataset/world';
import type { Problem } from './intake/problems';
import type { MatchEvent } from './match-event';
import { eventOfRow } from './dataset/event-of-row';
import type { Truth } from './truth/truth';
import { truthOf } from './truth/truth';

/** A table as rows in memory, or as a reader of files gives it. */
export type TableOption = readonly Row[] | InputTable;

/** Options of {@link matchEvents}: the configuration, and tables in place of counts. */
export type GeneratorOptions = Omit<MatchOptions, 'users' | 'groups'> & {
  /** How many travellers to invent, or a table of travellers; with `sessions`, a table of who their users are. */
  readonly users?: number | TableOption;
  /** Trips, joined with `users` and `profiles`: sessions as a service holds them, or key and value of its store. */
  readonly sessions?: TableOption;
  /** What users said about themselves. */
  readonly profiles?: TableOption;
  /** How many groups to invent, or a table of groups. */
  readonly groups?: number | TableOption;
};

/** Generated events: data, what was planted, and what a run needs to write it. */
export interface GeneratedEvents {
  /** The tables there are, with their columns. */
  readonly tables: readonly TableSpec[];
  /** The complete, parsed configuration: with the tables, store it and you have the data. */
  readonly config: MatchConfig;
  readonly inputs: Inputs;
  /** For the run engine: `run({ dataset, config, inputs, ... })`. */
  readonly dataset: typeof matchDataset;
  readonly truth: Truth;
  /** What was wrong with the tables that were given; nothing of it is lost. */
  readonly problems: readonly Problem[];
  /** The events as consumers read them, in the order of time. */
  events(selection?: TableSelection): Generator<MatchEvent>;
  /** Rows of a table as objects, with the names of the columns. */
  rows(table: string, selection?: TableSelection): Generator<Row>;
  /** Batches of a table, by columns. */
  batches(table: string, selection?: TableSelection & { readonly rows?: number }): Generator<Batch>;
  /** Rows of each table and the figures of the whole. Makes every row once. */
  describe(): Record<string, JsonValue>;
}

const isTable = (value: unknown): value is TableOption => typeof value === 'object' && value !== null;

const inputOf = (table: TableOption): InputTable => ('rows' in table ? table : { rows: table });

/** How many are invented, where no table is given. */
function countOf(name: string, given: number | TableOption | undefined, otherwise: number | undefined) {
  const count = isTable(given) ? undefined : (given ?? otherwise);
  return count === undefined ? {} : { [name]: count };
}

/**
 * Events of travellers who are shown others, or groups, and accept or ignore them: features of the pair by the rules of
 * a matching service, an outcome of planted probability.
 *
 * An ordered pair (seeker, other) makes at most one event; (other, seeker) is another. Pairs follow a keyed permutation
 * of their indices, so that there is no list of them, and the preset's filter takes out those too far apart, without a
 * shared day, or of too low a score. What comes of a pair depends on the pair and the seed alone. The call is cheap:
 * nothing is generated until asked, asking twice gives the same rows.
 *
 * @throws SynthError `CONFIG_INVALID` for options; `INPUT_EMPTY`, `INPUT_COLUMN_MISSING` and `INPUT_DUPLICATE` for
 *   tables; `EVENTS_IMPOSSIBLE` and `EVENTS_TOO_MANY` when there are not the pairs
 * @example
 * ```ts
 * const data = matchEvents({ users: 500, groups: 50, count: 300, seed: 'monday' });
 * const [first] = data.events();
 * first.source; // => 'rule-based'
 * data.describe().user_user; // => 210
 * ```
 */
export function matchEvents(options: GeneratorOptions = {}): GeneratedEvents {
  const { users, sessions, profiles, groups, ...rest } = options;
  const inputs: Record<string, InputTable> = {};
  for (const [name, table] of Object.entries({ users, sessions, profiles, groups })) {
    if (isTable(table)) inputs[name] = inputOf(table);
  }
  const areGiven = isTable(users) || isTable(sessions);
  const config = configSchema.parse({
    ...rest,
    ...countOf('users', users, areGiven ? undefined : defaultPeople.users),
    ...countOf('groups', groups, areGiven ? 0 : defaultPeople.groups),
  });
  const { people } = settledWorld(config, inputs);
  const tables = openTables(matchDataset, config, inputs);
  let truth: Truth | undefined;
  return {
    tables: tables.specs,
    config,
    inputs,
    dataset: matchDataset,
    problems: people.problems,
    *events(selection) {
      for (const batch of tables.batches('match_events_synthetic', selection)) {
        for (let i = 0; i < batch.rows; i++) yield eventOfRow(rowAt(batch, i));
      }
    },
    rows: (table, selection) => tables.rows(table, selection),
    batches: (table, selection) => tables.batches(table, selection),
    describe: () => tables.describe(),
    get truth() {
      return (truth ??= truthOf(tables.model));
    },
  };
}

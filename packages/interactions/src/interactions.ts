import type { Inputs, InputTable, Row } from '@synth/core';
import { openTables } from '@synth/core';
import type { InteractionsConfig, InteractionsOptions } from './config/schema';
import { configSchema } from './config/schema';
import type { InteractionData, Truth } from './data/interaction-data';
import { interactionsDataset, settledWorld } from './dataset/dataset';
import { generatedMatrix } from './dataset/matrix';
import { eventTable } from './events/event-table';
import { generatedSource } from './events/generated-source';
import { truthOf } from './truth/truth';

/** A table as rows in memory, or as a reader of files gives it. */
export type TableOption = readonly Row[] | InputTable;

/** Options of {@link interactions}: the configuration, and tables in place of counts. */
export type GeneratorOptions = Omit<InteractionsOptions, 'items' | 'users'> & {
  /** How many items to invent, or a table of items. */
  readonly items?: number | TableOption;
  /** How many users there are, or a table of users. */
  readonly users?: number | TableOption;
};

/** Generated interactions: data, what was planted, and what a run needs to write it. */
export interface GeneratedInteractions extends InteractionData<Truth, InteractionsConfig> {
  /** For the run engine: `run({ dataset, config, inputs, ... })`. */
  readonly dataset: typeof interactionsDataset;
  readonly inputs: Inputs;
}

const isTable = (value: unknown): value is TableOption => typeof value === 'object' && value !== null;

const inputOf = (table: TableOption): InputTable => ('rows' in table ? table : { rows: table });

/** What the tables settle, filled in: a configuration that stands alone. */
function completed(config: InteractionsConfig, inputs: Inputs): InteractionsConfig {
  const { catalogue, population, activity } = settledWorld(config, inputs);
  return {
    ...config,
    ...(inputs['items'] === undefined ? { items: catalogue.items } : {}),
    ...(inputs['users'] === undefined && population.ownGroups.length === 0
      ? { users: population.users }
      : {}),
    maxUserInteractions: config.maxUserInteractions ?? activity.max,
  };
}

/**
 * User-item interactions with planted tastes: a long tail of items, users of unequal activity, taste groups, recency,
 * daily and weekly cycles, visits.
 *
 * A user takes a number of distinct items, one draw after the other without replacement, with probability proportional
 * to weight(item) x factor(user, group of the item). What that is made of is the preset's, and every option overrides
 * it. The call is cheap: nothing is generated until asked, asking twice gives the same rows, and asking for some users
 * alone gives their rows of the whole.
 *
 * @throws SynthError `CONFIG_INVALID` for options; `INPUT_EMPTY`, `INPUT_COLUMN_MISSING`, `INPUT_DUPLICATE` and
 *   `INPUT_VALUE` for tables
 * @example
 * ```ts
 * const data = interactions({ users: 100, items: 50, seed: 'monday' });
 * const [first] = data.rows('interactions');
 * Object.keys(first); // => ['user_id', 'item_id', 'timestamp', 'session_id']
 * data.truth.affinity('u0000017', 'i0000042') > 0; // => true
 * data.matrix().rows; // => 100
 * ```
 */
export function interactions(options: GeneratorOptions = {}): GeneratedInteractions {
  const { items, users, ...rest } = options;
  const inputs: Record<string, InputTable> = {};
  if (isTable(items)) inputs['items'] = inputOf(items);
  if (isTable(users)) inputs['users'] = inputOf(users);
  const parsed = configSchema.parse({
    ...rest,
    ...(isTable(items) || items === undefined ? {} : { items }),
    ...(isTable(users) || users === undefined ? {} : { users }),
  });
  const config = completed(parsed, inputs);
  const tables = openTables(interactionsDataset, config, inputs);
  let truth: Truth | undefined;
  let matrix: ReturnType<typeof generatedMatrix> | undefined;

  return {
    config,
    inputs,
    dataset: interactionsDataset,
    tables: tables.specs,
    rows: (table, selection) => tables.rows(table, selection),
    batches: (table, selection) => tables.batches(table, selection),
    describe: () => tables.describe(),
    matrix: () => (matrix ??= generatedMatrix(tables)),
    events: (wanted) => eventTable(generatedSource(tables.model.model, tables.model.histories), wanted),
    get truth() {
      return (truth ??= truthOf(tables.model.model, tables.model.histories));
    },
  };
}

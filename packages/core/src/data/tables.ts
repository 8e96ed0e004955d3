import type { JsonValue } from '../canonical/canonical-json';
import type { CoreErrorCode } from '../errors/codes';
import { nearestName } from '../errors/nearest-name';
import { SynthError } from '../errors/synth-error';
import type { Streams } from '../random/streams';
import { streams as openStreams } from '../random/streams';
import type { Batch, Row } from './batch';
import { maxBatchRows, rowAt, splitBatch } from './batch';
import type { Dataset, Inputs, SeededConfig } from './dataset';
import type { Block, Plan, Stage } from './plan';
import { blocksOf, blocksOfStage } from './plan';
import type { TableSpec } from './table';

/** Which rows to make: those of the entities [start, end) of the table's stage. Default all. */
export interface TableSelection {
  readonly entities?: readonly [start: number, end: number];
}

/** A dataset under one configuration, read in memory. Nothing is made until asked; asking twice gives the same rows. */
export interface Tables<Model = unknown> {
  readonly specs: readonly TableSpec[];
  readonly plan: Plan;
  readonly streams: Streams;
  /** What `prepare` made; made on first use. */
  readonly model: Model;
  /** Batches of a table, at most `rows` rows each (default 8,192). */
  batches(table: string, options?: TableSelection & { readonly rows?: number }): Generator<Batch>;
  /** Rows of a table as objects: the convenient way, for the edge. */
  rows(table: string, options?: TableSelection): Generator<Row>;
  /** Rows of each table and the dataset's own figures. Makes every row once. */
  describe(): Record<string, JsonValue>;
}

/**
 * Opens a dataset in memory: what every package's own verb (`interactions(config)`) builds on.
 *
 * @throws SynthError `TABLE_UNKNOWN` when a table is asked for that the dataset does not have
 */
export function openTables<Config extends SeededConfig, Model>(
  dataset: Dataset<Config, Model>,
  config: Config,
  inputs: Inputs = {},
): Tables<Model> {
  const specs = dataset.tables(config, inputs);
  const plan = dataset.plan(config, inputs);
  const streams = openStreams({ seed: config.seed, dataset: dataset.name });
  let model: { value: Model } | undefined;
  const prepared = (): Model => (model ??= { value: dataset.prepare(config, inputs, streams) }).value;

  const stageOf = (table: string): Stage => {
    const stage = plan.stages.find((one) => one.tables.includes(table));
    if (stage !== undefined) return stage;
    const names = specs.map((spec) => spec.name);
    const near = nearestName(table, names);
    throw new SynthError<CoreErrorCode>({
      code: 'TABLE_UNKNOWN',
      message: `no table ${table}${near === undefined ? '' : `: did you mean ${near}?`}`,
      field: 'table',
      value: table,
      allowed: names.join(', '),
    });
  };

  /** The stage's blocks, cut to the entities [start, end). */
  function* blocksWithin(stage: Stage, start: number, end: number): Generator<Block> {
    for (const block of blocksOfStage(stage)) {
      if (block.end <= start) continue;
      if (block.start >= end) return;
      yield { ...block, start: Math.max(start, block.start), end: Math.min(end, block.end) };
    }
  }

  function* batches(
    table: string,
    options: TableSelection & { readonly rows?: number } = {},
  ): Generator<Batch> {
    const stage = stageOf(table);
    const [start, end] = options.entities ?? [0, stage.entities];
    for (const block of blocksWithin(stage, start, end)) {
      for (const batch of dataset.generate(prepared(), { ...block, tables: [table] }, streams)) {
        if (batch.table === table) yield* splitBatch(batch, options.rows ?? maxBatchRows);
      }
    }
  }

  return {
    specs,
    plan,
    streams,
    get model() {
      return prepared();
    },
    batches,
    *rows(table, options) {
      for (const batch of batches(table, options)) {
        for (let i = 0; i < batch.rows; i++) yield rowAt(batch, i);
      }
    },
    describe() {
      const rows: Record<string, number> = Object.fromEntries(specs.map((spec) => [spec.name, 0]));
      const summary = dataset.summary?.(config, inputs);
      const state = summary?.empty();
      for (const block of blocksOf(plan)) {
        for (const batch of dataset.generate(prepared(), block, streams)) {
          rows[batch.table] = (rows[batch.table] ?? 0) + batch.rows;
          summary?.add(state, batch, block);
        }
      }
      return { rows, ...summary?.finish(state) };
    },
  };
}

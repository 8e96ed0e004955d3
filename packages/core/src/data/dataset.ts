import type { JsonValue } from '../canonical/canonical-json';
import type { Schema } from '../config/schema';
import type { Streams } from '../random/streams';
import type { Batch, Row } from './batch';
import type { Block, Plan } from './plan';
import type { TableSpec } from './table';

/** A table that a run reads: the rows in the order of the file. */
export interface InputTable {
  readonly rows: readonly Row[];
  /** The file's name, where it came from one. */
  readonly source?: string;
  /** The line of the file that each row begins on, 1-based, for messages. */
  readonly lines?: ArrayLike<number>;
}

/** Input tables by name. */
export type Inputs = Readonly<Record<string, InputTable>>;

/** What every configuration holds. */
export interface SeededConfig {
  /** The seed's text. */
  readonly seed: string;
}

/** Where a worker, or another machine, imports a dataset from. */
export interface DatasetModule {
  /** A bare specifier, `@synth/interactions`, or the URL of a file. */
  readonly specifier: string;
  /** The name of the export. */
  readonly export: string;
}

/**
 * A summary of a run as a fold over its batches. States merge in any order to the same result (counts, not sums of
 * floating-point numbers) and survive a structured clone, so that workers can each keep one.
 */
export interface Summary<State = unknown> {
  empty(): State;
  /** Adds a batch of any table, made from `block`, to `state`, in place. */
  add(state: State, batch: Batch, block: Block): void;
  /** Adds `other` to `state`, in place. */
  merge(state: State, other: State): void;
  /** The figures, by snake_case name. */
  finish(state: State): Record<string, JsonValue>;
}

/** What both kinds of dataset are. */
export interface DatasetBase<Config extends SeededConfig = SeededConfig> {
  /** Enters every stream's key: never changes. */
  readonly name: string;
  /** Version of the output: moves when any byte moves, and enters no key. */
  readonly version: string;
  /** One sentence. */
  readonly description: string;
  /** Absent: runs in the calling thread only. */
  readonly module?: DatasetModule;
  /** Parses what callers write; the result goes whole into the manifest. */
  readonly config: Schema<Config>;
  /** Names and meaning of the input tables it takes. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The tables under a configuration, in the order of presentation. */
  tables(config: Config, inputs: Inputs): readonly TableSpec[];
  plan(config: Config, inputs: Inputs): Plan;
  /** A summary for `describe` and the manifest. */
  summary?(config: Config, inputs: Inputs): Summary;
  /** Sentences for card.md: what the data is good for, what it is not, what the preset plants. */
  notes?(config: Config): readonly string[];
}

/**
 * Memory that all threads of a run see, and work that they share out: a table that each of them needs is made once, a
 * part here and a part there. What a part holds must not depend on who makes it.
 */
export interface SharedWork {
  /** What `findings` gave in the thread that made the plan. */
  readonly findings: JsonValue | undefined;
  /** The memory of a name, zeros at first. */
  memory(name: string): SharedArrayBuffer;
  /** Makes parts 0 to `parts` - 1 of a memory, as far as no other thread does; returns when all of them are made. */
  divide(name: string, parts: number, make: (part: number) => void): void;
}

/** A dataset whose rows are a pure function of configuration, inputs and seed. */
export interface Dataset<Config extends SeededConfig = SeededConfig, Model = unknown> extends DatasetBase<Config> {
  readonly kind: 'generated';
  /** What making the plan found out, as plain data: threads that prepare are given it and need not find it again. */
  findings?(config: Config, inputs: Inputs): JsonValue;
  /** Bytes of memory, by name, that `prepare` can use together with the other threads; nothing: it uses its own. */
  shared?(config: Config, inputs: Inputs): Readonly<Record<string, number>>;
  /**
   * Everything that all blocks share (alias tables, ...). Once a worker; pure.
   *
   * @param work where several threads prepare the same, and `shared` names memory
   */
  prepare(config: Config, inputs: Inputs, streams: Streams, work?: SharedWork): Model;
  /** The rows of a block, in batches of at most 8,192 rows. Sync, pure; any range of entities. */
  generate(model: Model, block: Block, streams: Streams): Iterable<Batch>;
}

/** What a port says of itself, for the manifest. */
export interface DescribedPort {
  readonly name: string;
  readonly details?: Readonly<Record<string, JsonValue>>;
}

/** A dataset that talks to the outside (a language model, a search service, a broker) while it runs. */
export interface SimulatedDataset<
  Config extends SeededConfig = SeededConfig,
  Model = unknown,
  Ports extends Readonly<Record<string, DescribedPort>> = Readonly<Record<string, DescribedPort>>,
> extends DatasetBase<Config> {
  readonly kind: 'simulated';
  prepare(config: Config, inputs: Inputs, streams: Streams): Model;
  simulate(
    model: Model,
    ports: Ports,
    block: Block,
    streams: Streams,
    context: { readonly signal?: AbortSignal },
  ): AsyncIterable<Batch>;
}

// A run takes datasets of any configuration; what it hands back to a dataset came from that dataset's own parser.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyDataset = Dataset<any, any> | SimulatedDataset<any, any, any>;

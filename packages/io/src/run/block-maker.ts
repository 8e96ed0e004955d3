import type { Batch, Block, DescribedPort, SharedWork, Streams, Summary } from '@synth/core';
import { streams as openStreams } from '@synth/core';
import type { BlockEncoder, EncodedChunk } from '../formats/format';
import { StalledWork } from '../workers/shared-work';
import type { Pass } from './passes';
import type { SettledRun } from './settled-run';

/** Rows by table. */
export type RowCounts = Record<string, number>;

/** Bytes on their way to an output of the pass. */
export interface ChunkPiece {
  readonly kind: 'chunk';
  /** The number of the output in its pass. */
  readonly output: number;
  readonly chunk: EncodedChunk;
}

/** The end of a block: all of its chunks came before. */
export interface EndPiece {
  readonly kind: 'end';
  readonly rows: RowCounts;
}

/** What blocks need besides the run. */
export interface MakerOptions {
  /** Where other threads make blocks of the same run. */
  readonly work?: SharedWork;
  /** Waited for after each batch: the thread has other things to do as well. */
  readonly pause?: () => Promise<void>;
  /** Those of a simulated dataset. */
  readonly ports?: Readonly<Record<string, DescribedPort>>;
  readonly signal?: AbortSignal;
}

/** Makes and encodes blocks: in a worker, or in the calling thread. */
export class BlockMaker {
  readonly #run: SettledRun;
  readonly #options: MakerOptions;
  readonly #streams: Streams;
  readonly #encoders: (BlockEncoder | undefined)[];
  readonly #summary: Summary | undefined;
  #model: { readonly value: unknown } | undefined;
  #state: unknown;

  constructor(run: SettledRun, options: MakerOptions = {}) {
    this.#run = run;
    this.#options = options;
    this.#streams = openStreams({ seed: run.config.seed, dataset: run.dataset.name });
    this.#encoders = run.files.map(() => undefined);
    this.#summary = run.dataset.summary?.(run.config, run.inputs);
    this.#state = this.#summary?.empty();
  }

  /**
   * Makes a block of a pass.
   *
   * @param onBatch sees every batch, in order
   */
  async *make(
    { outputs, counts }: Pass,
    block: Block,
    onBatch?: (batch: Batch) => Promise<void>,
  ): AsyncGenerator<ChunkPiece | EndPiece> {
    const rows: RowCounts = {};
    const takers = outputs.map(({ file }) => this.#run.files[file]!.file.tables);
    for await (const batch of this.#batches(block)) {
      if (counts.includes(batch.table)) {
        rows[batch.table] = (rows[batch.table] ?? 0) + batch.rows;
        this.#summary?.add(this.#state, batch, block);
      }
      for (let output = 0; output < outputs.length; output++) {
        if (!takers[output]!.includes(batch.table)) continue;
        const chunks = this.#encoder(outputs[output]!.file).encode(batch);
        for (const chunk of chunks) yield { kind: 'chunk', output, chunk };
      }
      await onBatch?.(batch);
    }
    for (let output = 0; output < outputs.length; output++) {
      if (!takers[output]!.some((table) => block.tables!.includes(table))) continue;
      for (const chunk of this.#encoder(outputs[output]!.file).finish())
        yield { kind: 'chunk', output, chunk };
    }
    yield { kind: 'end', rows };
  }

  /** Gives an encoder of a pass the buffer of a written chunk back. */
  recycle({ outputs }: Pass, output: number, buffer: ArrayBufferLike): void {
    this.#encoders[outputs[output]!.file]?.recycle?.(buffer);
  }

  /** The summary of the blocks since it was last taken; undefined where the dataset has none. */
  takeSummary(): unknown {
    const state = this.#state;
    this.#state = this.#summary?.empty();
    return state;
  }

  /** Makes what all blocks share, where it is not made yet. */
  prepare(): unknown {
    this.#model ??= { value: this.#prepared() };
    return this.#model.value;
  }

  #prepared(): unknown {
    const { dataset, config, inputs } = this.#run;
    try {
      return dataset.prepare(config, inputs, this.#streams, this.#options.work);
    } catch (error) {
      if (!(error instanceof StalledWork)) throw error;
      return dataset.prepare(config, inputs, this.#streams);
    }
  }

  async *#batches(block: Block): AsyncGenerator<Batch> {
    const { dataset } = this.#run;
    const { ports = {}, signal, pause } = this.#options;
    const model = this.prepare();
    const batches =
      dataset.kind === 'generated'
        ? dataset.generate(model, block, this.#streams)
        : dataset.simulate(model, ports, block, this.#streams, signal === undefined ? {} : { signal });
    for await (const batch of batches) {
      if (block.tables!.includes(batch.table)) yield batch;
      await pause?.();
    }
  }

  #encoder(file: number): BlockEncoder {
    return (this.#encoders[file] ??= this.#run.files[file]!.file.encoder());
  }
}

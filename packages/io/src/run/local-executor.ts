import type { Batch } from '@synth/core';
import type { ChunkPiece, MakerOptions } from './block-maker';
import { BlockMaker } from './block-maker';
import type { BlockEnd, Executor, PartNews, PartTask } from './executor';
import { PassOutput } from './pass-output';
import type { Pass } from './passes';
import type { SettledRun } from './settled-run';
import type { BlockKey, PartialSummary } from './summary-keeper';
import { SummaryTaker } from './summary-taker';
import { writePart } from './write-part';

/** Makes blocks in the calling thread. */
export class LocalExecutor implements Executor {
  readonly workers = 1;
  readonly #run: SettledRun;
  readonly #maker: BlockMaker;
  readonly #temporary: (path: string) => string;
  readonly #signal: AbortSignal | undefined;
  readonly #summaries: SummaryTaker;

  constructor(run: SettledRun, temporary: (path: string) => string, options: MakerOptions) {
    this.#run = run;
    this.#maker = new BlockMaker(run, options);
    this.#summaries = new SummaryTaker(this.#maker);
    this.#temporary = temporary;
    this.#signal = options.signal;
  }

  async *ordered(
    pass: Pass,
    first: number,
    onBatch?: (batch: Batch) => Promise<void>,
  ): AsyncGenerator<ChunkPiece | BlockEnd> {
    for (let block = first; block < pass.blocks.length && !this.#isStopped(); block++) {
      const pieces = this.#maker.make(pass, pass.blocks[block]!, onBatch);
      for await (const piece of this.#untilGivenUp(pieces)) {
        yield piece.kind === 'end' ? { ...piece, block, ...this.#summaries.add(pass.key, block) } : piece;
        if (piece.kind === 'chunk') this.#maker.recycle(pass, piece.output, piece.chunk.bytes.buffer);
      }
    }
  }

  async *parts(tasks: readonly PartTask[]): AsyncGenerator<PartNews> {
    for (const task of tasks) {
      const output = new PassOutput(this.#run, task.pass, this.#temporary);
      for await (const news of this.#untilGivenUp(writePart(this.#maker, task, output))) {
        yield news.kind === 'block'
          ? { ...news, ...this.#summaries.add(task.pass.key, news.record.block) }
          : news;
        if (this.#isStopped()) break;
      }
      if (this.#isStopped()) return;
    }
  }

  async *summarise(passes: readonly Pass[], blocks: readonly BlockKey[]): AsyncGenerator<PartialSummary> {
    const byKey = new Map(passes.map((pass) => [pass.key, pass]));
    for (const [key, block] of blocks) {
      if (this.#isStopped()) return;
      const pass = byKey.get(key)!;
      for await (const _ of this.#maker.make({ ...pass, outputs: [] }, pass.blocks[block]!));
      const { summary } = this.#summaries.add(key, block);
      if (summary !== undefined) yield summary;
    }
    yield this.#summaries.take();
  }

  async takeSummaries(): Promise<readonly PartialSummary[]> {
    return [this.#summaries.take()];
  }

  async close(): Promise<void> {
    // Nothing is held but memory.
  }

  /** A simulated dataset may give up its block when the run is to end. */
  async *#untilGivenUp<Piece>(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
    try {
      yield* pieces;
    } catch (error) {
      if (this.#run.dataset.kind !== 'simulated' || !this.#isStopped()) throw error;
    }
  }

  #isStopped(): boolean {
    return this.#signal?.aborted === true;
  }
}

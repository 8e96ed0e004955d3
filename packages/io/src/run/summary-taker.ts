import type { BlockMaker } from './block-maker';
import type { BlockKey, PartialSummary } from './summary-keeper';

const intervalMilliseconds = 1000;

/** Hands the summary of a maker's blocks out now and then: states may be large. */
export class SummaryTaker {
  readonly #maker: BlockMaker;
  #blocks: BlockKey[] = [];
  #next = performance.now() + intervalMilliseconds;

  constructor(maker: BlockMaker) {
    this.#maker = maker;
  }

  /** One more block is made; the summary comes when it is time. */
  add(pass: string, block: number): { readonly summary?: PartialSummary } {
    this.#blocks.push([pass, block]);
    return performance.now() < this.#next ? {} : { summary: this.take() };
  }

  take(): PartialSummary {
    const blocks = this.#blocks;
    this.#blocks = [];
    this.#next = performance.now() + intervalMilliseconds;
    return { state: this.#maker.takeSummary(), blocks };
  }
}

import { join } from 'node:path';
import { BlockMaker } from '../run/block-maker';
import { PassOutput } from '../run/pass-output';
import type { Pass } from '../run/passes';
import { passesOf } from '../run/passes';
import type { SettledRun } from '../run/settled-run';
import { SummaryTaker } from '../run/summary-taker';
import { writePart } from '../run/write-part';
import { Claims } from './claims';
import type { Inbox } from './inbox';
import type { FromWorker, PartJob, WorkerInput, WorkerJob } from './messages';
import type { WorkOptions } from './shared-work';
import { sharedWork } from './shared-work';

/** How a worker tells; the bytes of a chunk are no more its own until they are written. */
export type Tell = (message: FromWorker) => void;

/** What else a worker is made with. */
export interface JobWorkerOptions extends WorkOptions {
  /** Waited for before each block and batch. */
  readonly pause?: () => Promise<void>;
}

/** Does the jobs of a run that come into its inbox, one after the other. */
export class JobWorker {
  readonly #input: WorkerInput;
  readonly #run: SettledRun;
  readonly #inbox: Inbox;
  readonly #tell: Tell;
  readonly #pause: (() => Promise<void>) | undefined;
  readonly #passes: ReadonlyMap<string, Pass>;
  readonly #maker: BlockMaker;
  readonly #summaries: SummaryTaker;
  #sent = 0;

  constructor(
    input: WorkerInput,
    run: SettledRun,
    inbox: Inbox,
    tell: Tell,
    { pause, ...options }: JobWorkerOptions = {},
  ) {
    this.#input = input;
    this.#run = run;
    this.#inbox = inbox;
    this.#tell = tell;
    this.#pause = pause;
    const { ordered, parts } = passesOf(run, input.parts);
    this.#passes = new Map([ordered, ...parts].map((pass) => [pass.key, pass]));
    this.#maker = new BlockMaker(run, {
      ...(input.shared === undefined ? {} : { work: sharedWork(input.shared, options) }),
      ...(pause === undefined ? {} : { pause }),
    });
    this.#summaries = new SummaryTaker(this.#maker);
    inbox.onWritten = ({ pass, output, buffer }) =>
      this.#maker.recycle(this.#passes.get(pass)!, output, buffer);
  }

  /** Never ends, but by an error. */
  async work(): Promise<never> {
    for (;;) {
      await this.#do(await this.#inbox.nextJob());
      this.#tell({ kind: 'free' });
    }
  }

  async #do(job: WorkerJob): Promise<void> {
    switch (job.kind) {
      case 'blocks': {
        const pass = this.#passes.get(job.pass)!;
        return this.#each(new Claims(pass.blocks.length, job.claims), (block) => this.#block(pass, block));
      }
      case 'parts': {
        const { parts } = job;
        return this.#each(new Claims(parts.length, job.claims), (at) => this.#part(parts[at]!));
      }
      case 'summarise': {
        const { blocks } = job;
        return this.#each(new Claims(blocks.length, job.claims), (at) => this.#summarise(...blocks[at]!));
      }
      case 'take':
        this.#tell({ kind: 'summary', summary: this.#summaries.take() });
    }
  }

  /** Makes what it can get. What all blocks share is made first: a block that is taken is not kept waiting for it. */
  async #each(claims: Claims, make: (number: number) => Promise<void>): Promise<void> {
    while (!claims.isOver) {
      await this.#pause?.();
      this.#maker.prepare();
      const number = claims.take();
      if (number !== undefined) await make(number);
    }
  }

  async #block(pass: Pass, block: number): Promise<void> {
    for await (const piece of this.#maker.make(pass, pass.blocks[block]!)) {
      if (piece.kind === 'end') {
        this.#tell({ kind: 'end', block, rows: piece.rows, ...this.#summaries.add(pass.key, block) });
        return;
      }
      const { output, chunk } = piece;
      this.#sent += chunk.bytes.length;
      this.#tell({ kind: 'chunk', block, output, ...chunk });
      // Whoever is ahead waits for the files: memory stays bounded.
      while (this.#sent - this.#inbox.written > this.#input.windowBytes) await this.#inbox.news();
    }
  }

  async #part({ pass: key, records }: PartJob): Promise<void> {
    const pass = this.#passes.get(key)!;
    const output = new PassOutput(this.#run, pass, (path) => join(this.#input.unfinished, path));
    for await (const news of writePart(this.#maker, { pass, records }, output)) {
      const summary = news.kind === 'block' ? this.#summaries.add(key, news.record.block) : {};
      this.#tell({ kind: 'part', news: { ...news, ...summary } });
      if (this.#inbox.isStopped) return;
    }
  }

  async #summarise(key: string, block: number): Promise<void> {
    const pass = this.#passes.get(key)!;
    for await (const _ of this.#maker.make({ ...pass, outputs: [] }, pass.blocks[block]!));
    const { summary } = this.#summaries.add(key, block);
    if (summary !== undefined) this.#tell({ kind: 'summary', summary });
  }
}

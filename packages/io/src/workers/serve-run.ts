import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { formatsByName } from '../formats/formats-by-name';
import { BlockMaker } from '../run/block-maker';
import { PassOutput } from '../run/pass-output';
import type { Pass } from '../run/passes';
import { passesOf } from '../run/passes';
import type { SettledRun } from '../run/settled-run';
import { settleRun } from '../run/settled-run';
import { SummaryTaker } from '../run/summary-taker';
import { writePart } from '../run/write-part';
import { errorMessage } from './error-message';
import { Inbox } from './inbox';
import { loadDataset } from './load-dataset';
import type { FromWorker, WorkerInput, WorkerJob } from './messages';
import { sharedWork } from './shared-work';

/** Does the jobs of a run in a worker, one after the other, until it is ended. */
export async function serveRun(port: MessagePort, input: WorkerInput): Promise<void> {
  const inbox = new Inbox(port);
  try {
    const worker = new JobWorker(port, inbox, input, await settledIn(input));
    for (;;) await worker.do(await inbox.nextJob());
  } catch (error) {
    port.postMessage({ kind: 'failed', error: errorMessage(error) } satisfies FromWorker);
  }
}

async function settledIn({
  module,
  dataset,
  config,
  inputs,
  formats,
  plan,
  chosen,
  order,
}: WorkerInput): Promise<SettledRun> {
  return settleRun({
    dataset: await loadDataset(module, dataset),
    config,
    inputs,
    whole: plan,
    formats: formats.map(({ name, ...options }) => ({ format: formatsByName([name])[0]!, ...options })),
    ...(chosen === undefined ? {} : { chosen }),
    ...(order === undefined ? {} : { order }),
    hasSinks: false,
  });
}

class JobWorker {
  readonly #port: MessagePort;
  readonly #inbox: Inbox;
  readonly #input: WorkerInput;
  readonly #run: SettledRun;
  readonly #passes: ReadonlyMap<string, Pass>;
  readonly #maker: BlockMaker;
  readonly #summaries: SummaryTaker;
  #sent = 0;

  constructor(port: MessagePort, inbox: Inbox, input: WorkerInput, run: SettledRun) {
    this.#port = port;
    this.#inbox = inbox;
    this.#input = input;
    this.#run = run;
    const { ordered, parts } = passesOf(run, input.parts);
    this.#passes = new Map([ordered, ...parts].map((pass) => [pass.key, pass]));
    this.#maker = new BlockMaker(run, input.shared === undefined ? {} : { work: sharedWork(input.shared) });
    this.#summaries = new SummaryTaker(this.#maker);
    inbox.onWritten = ({ pass, output, buffer }) =>
      this.#maker.recycle(this.#passes.get(pass)!, output, buffer);
  }

  async do(job: WorkerJob): Promise<void> {
    switch (job.kind) {
      case 'block':
        await this.#block(this.#passes.get(job.pass)!, job.block);
        break;
      case 'part':
        await this.#part(job);
        break;
      case 'summarise':
        await this.#summarise(...job.block);
        break;
      case 'take':
        this.#tell({ kind: 'summary', summary: this.#summaries.take() });
        break;
    }
    this.#tell({ kind: 'free' });
  }

  async #block(pass: Pass, block: number): Promise<void> {
    for await (const piece of this.#maker.make(pass, pass.blocks[block]!)) {
      if (piece.kind === 'end') {
        this.#tell({ kind: 'end', block, rows: piece.rows, ...this.#summaries.add(pass.key, block) });
        return;
      }
      const { output, chunk } = piece;
      this.#sent += chunk.bytes.length;
      this.#tell({ kind: 'chunk', block, output, ...chunk }, [chunk.bytes.buffer as ArrayBuffer]);
      // Whoever is ahead waits for the files: memory stays bounded.
      while (this.#sent - this.#inbox.written > this.#input.windowBytes) await this.#inbox.news();
    }
  }

  async #part({ pass: key, records }: WorkerJob & { kind: 'part' }): Promise<void> {
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

  #tell(message: FromWorker, transfer: readonly ArrayBuffer[] = []): void {
    this.#port.postMessage(message, transfer);
  }
}

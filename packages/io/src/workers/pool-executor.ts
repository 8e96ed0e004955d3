import type { ChunkPiece } from '../run/block-maker';
import type { BlockEnd, Executor, PartNews, PartTask } from '../run/executor';
import type { Pass } from '../run/passes';
import type { BlockKey, PartialSummary } from '../run/summary-keeper';
import type { WorkerInput, WorkerJob } from './messages';
import type { WorkerListener, WorkerNews } from './worker-thread';
import { WorkerThread } from './worker-thread';

/** Blocks that a worker is given at a time: while one is written, the next is made. */
const blocksInFlight = 2;

/** Makes blocks in worker threads. */
export class PoolExecutor implements Executor {
  readonly workers: number;
  readonly #threads: readonly WorkerThread[];
  readonly #signal: AbortSignal | undefined;
  #failure: Error | undefined;
  #news: { readonly news: WorkerNews; readonly worker: WorkerThread }[] = [];
  #wake: () => void = () => undefined;
  #next: () => WorkerJob | undefined = () => undefined;
  #atOnce = 1;

  constructor(input: WorkerInput, workers: number, signal: AbortSignal | undefined) {
    this.workers = workers;
    this.#signal = signal;
    const listener: WorkerListener = {
      news: (news, worker) => {
        this.#news.push({ news, worker });
        this.#wake();
      },
      free: (worker) => {
        this.#give(worker);
        this.#wake();
      },
      failed: (error) => {
        this.#failure ??= error;
        this.#wake();
      },
    };
    this.#threads = Array.from({ length: workers }, () => new WorkerThread(input, listener));
  }

  async *ordered(pass: Pass, first: number): AsyncGenerator<ChunkPiece | BlockEnd> {
    const ahead = new Map<number, Readonly<{ news: WorkerNews; worker: WorkerThread }>[]>();
    let given = first;
    let head = first;
    const jobs = this.#work(blocksInFlight, () =>
      given < pass.blocks.length ? { kind: 'block', pass: pass.key, block: given++ } : undefined,
    );
    for await (const one of jobs) {
      const { news } = one;
      if (news.kind !== 'chunk' && news.kind !== 'end') continue;
      const waiting = ahead.get(news.block);
      if (waiting === undefined) ahead.set(news.block, [one]);
      else waiting.push(one);
      // Everything that has come of the block whose turn it is, and of those after it when it has ended.
      for (let ready = ahead.get(head); ready !== undefined; ready = ahead.get(head)) {
        ahead.set(head, []);
        let isEnded = false;
        for (const { news: piece, worker } of ready) {
          if (piece.kind === 'chunk') {
            const { output, kind: _kind, block: _block, ...chunk } = piece;
            const bytes = chunk.bytes.length;
            const buffer = chunk.bytes.buffer as ArrayBuffer;
            yield { kind: 'chunk', output, chunk };
            worker.tell({ kind: 'written', pass: pass.key, output, bytes, buffer }, [buffer]);
          } else if (piece.kind === 'end') {
            isEnded = true;
            yield piece;
          }
        }
        if (!isEnded) break;
        ahead.delete(head++);
      }
    }
  }

  async *parts(tasks: readonly PartTask[]): AsyncGenerator<PartNews> {
    let given = 0;
    const stop = (): void => this.#threads.forEach((thread) => thread.tell({ kind: 'stop' }));
    this.#signal?.addEventListener('abort', stop);
    if (this.#signal?.aborted === true) stop();
    try {
      const jobs = this.#work(1, () => {
        const task = tasks[given++];
        return task === undefined ? undefined : { kind: 'part', pass: task.pass.key, records: task.records };
      });
      for await (const { news } of jobs) if (news.kind === 'part') yield news.news;
    } finally {
      this.#signal?.removeEventListener('abort', stop);
    }
  }

  async *summarise(_passes: readonly Pass[], blocks: readonly BlockKey[]): AsyncGenerator<PartialSummary> {
    let given = 0;
    const jobs = this.#work(blocksInFlight, () => {
      const block = blocks[given++];
      return block === undefined ? undefined : { kind: 'summarise', block };
    });
    for await (const { news } of jobs) if (news.kind === 'summary') yield news.summary;
    yield* await this.takeSummaries();
  }

  async takeSummaries(): Promise<readonly PartialSummary[]> {
    const summaries: PartialSummary[] = [];
    for (const thread of this.#threads) thread.do({ kind: 'take' });
    for await (const { news } of this.#work(0, () => undefined)) {
      if (news.kind === 'summary') summaries.push(news.summary);
    }
    return summaries;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  /** Gives jobs out, and yields the workers' news until all jobs that were given are done. */
  async *#work(
    atOnce: number,
    next: () => WorkerJob | undefined,
  ): AsyncGenerator<Readonly<{ news: WorkerNews; worker: WorkerThread }>> {
    this.#next = next;
    this.#atOnce = atOnce;
    // One each, then another: neighbouring blocks are made at the same time.
    for (let round = 1; round <= atOnce; round++) {
      for (const thread of this.#threads) this.#give(thread, round);
    }
    for (;;) {
      const news = this.#news;
      this.#news = [];
      for (const one of news) {
        yield one;
        if (this.#failure !== undefined) throw this.#failure;
      }
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#news.length > 0) continue;
      if (this.#threads.every((thread) => thread.jobs === 0)) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #give(thread: WorkerThread, atOnce = this.#atOnce): void {
    while (thread.jobs < atOnce && this.#signal?.aborted !== true) {
      const job = this.#next();
      if (job === undefined) return;
      thread.do(job);
    }
  }
}

import { setImmediate as turn } from 'node:timers/promises';
import type { ChunkPiece } from '../run/block-maker';
import type { BlockEnd, Executor, PartNews, PartTask } from '../run/executor';
import type { Pass } from '../run/passes';
import type { SettledRun } from '../run/settled-run';
import type { BlockKey, PartialSummary } from '../run/summary-keeper';
import { CallingThread } from './calling-thread';
import type { Member, MemberListener, MemberNews } from './member';
import type { WorkerInput, WorkerJob } from './messages';
import { WorkerThread } from './worker-thread';

interface Told {
  readonly news: MemberNews;
  readonly member: Member;
}

/** Makes blocks in threads, and in the calling thread as long as nothing is to be written. */
export class PoolExecutor implements Executor {
  readonly workers: number;
  readonly #members: readonly Member[];
  readonly #signal: AbortSignal | undefined;
  #failure: Error | undefined;
  #told: Told[] = [];
  #isWaiting = false;
  #wake: () => void = () => undefined;
  #rest: () => void = () => undefined;
  #next: () => WorkerJob | undefined = () => undefined;
  #isAhead = false;

  constructor(input: WorkerInput, run: SettledRun, workers: number, signal: AbortSignal | undefined) {
    this.workers = workers;
    this.#signal = signal;
    const listener: MemberListener = {
      news: (news, member) => {
        this.#told.push({ news, member });
        this.#wake();
      },
      free: (member) => {
        this.#give(member);
        this.#wake();
      },
      failed: (error) => {
        this.#failure ??= error;
        this.#wake();
      },
    };
    const threads = Array.from({ length: workers - 1 }, () => new WorkerThread(input, listener));
    this.#members = [new CallingThread(input, run, () => this.#idle(), listener), ...threads];
  }

  async *ordered(pass: Pass, first: number): AsyncGenerator<ChunkPiece | BlockEnd> {
    const ahead = new Map<number, Told[]>();
    let given = first;
    let head = first;
    const jobs = this.#work(true, () =>
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
        for (const { news: piece, member } of ready) {
          if (piece.kind === 'chunk') {
            const { output, kind: _kind, block: _block, ...chunk } = piece;
            const { buffer, length: bytes } = chunk.bytes;
            yield { kind: 'chunk', output, chunk };
            member.tell({ kind: 'written', pass: pass.key, output, bytes, buffer });
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
    const stop = (): void => this.#members.forEach((member) => member.tell({ kind: 'stop' }));
    this.#signal?.addEventListener('abort', stop);
    if (this.#signal?.aborted === true) stop();
    try {
      const jobs = this.#work(false, () => {
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
    const jobs = this.#work(true, () => {
      const block = blocks[given++];
      return block === undefined ? undefined : { kind: 'summarise', block };
    });
    for await (const { news } of jobs) if (news.kind === 'summary') yield news.summary;
    yield* await this.takeSummaries();
  }

  async takeSummaries(): Promise<readonly PartialSummary[]> {
    const summaries: PartialSummary[] = [];
    for (const member of this.#members) member.do({ kind: 'take' });
    for await (const { news } of this.#work(false, () => undefined)) {
      if (news.kind === 'summary') summaries.push(news.summary);
    }
    return summaries;
  }

  async close(): Promise<void> {
    const ended = this.#members.map((member) => member.end());
    // Nothing more will be told: who waits for that goes on, and finds itself ended.
    this.#isWaiting = true;
    this.#rest();
    await Promise.all(ended);
  }

  /** Gives jobs out, and yields what the members tell until all jobs that were given are done. */
  async *#work(isAhead: boolean, next: () => WorkerJob | undefined): AsyncGenerator<Told> {
    this.#next = next;
    this.#isAhead = isAhead;
    for (const member of this.#members) this.#give(member);
    if (this.#members.every((member) => member.jobs === 0)) return;
    for (;;) {
      const told = this.#told;
      this.#told = [];
      for (const one of told) {
        yield one;
        if (this.#failure !== undefined) throw this.#failure;
      }
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#told.length > 0) continue;
      if (this.#members.every((member) => member.isReady && member.jobs === 0)) return;
      await this.#news();
    }
  }

  /** Until a member tells something. */
  async #news(): Promise<void> {
    const news = new Promise<void>((resolve) => (this.#wake = resolve));
    this.#isWaiting = true;
    this.#rest();
    await news;
    this.#isWaiting = false;
  }

  /** Until all that was told by now is written. */
  async #idle(): Promise<void> {
    await turn();
    while (!this.#isWaiting) await new Promise<void>((resolve) => (this.#rest = resolve));
  }

  #give(member: Member): void {
    if (!member.isReady) return;
    const most = this.#isAhead ? member.jobsAhead : 1;
    while (member.jobs < most && this.#signal?.aborted !== true) {
      const job = this.#next();
      if (job === undefined) return;
      member.do(job);
    }
  }
}

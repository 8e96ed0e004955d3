import { setImmediate as turn } from 'node:timers/promises';
import type { ChunkPiece } from '../run/block-maker';
import type { BlockEnd, Executor, PartNews, PartTask } from '../run/executor';
import type { Pass } from '../run/passes';
import type { SettledRun } from '../run/settled-run';
import type { BlockKey, PartialSummary } from '../run/summary-keeper';
import { CallingThread } from './calling-thread';
import { Claims } from './claims';
import type { Member, MemberListener, MemberNews } from './member';
import type { WorkerInput, WorkerJob } from './messages';
import type { WorkerThread } from './worker-thread';

interface Told {
  readonly news: MemberNews;
  readonly member: Member;
}

/** Makes blocks in threads, and in the calling thread as long as nothing is to be written. */
export class PoolExecutor implements Executor {
  readonly workers: number;
  readonly #members: readonly Member[];
  readonly #signal: AbortSignal | undefined;
  /** Those who told something; the others made nothing so far, or are not even started. */
  readonly #heard = new Set<Member>();
  #failure: Error | undefined;
  #told: Told[] = [];
  #isWaiting = false;
  #wake: () => void = () => undefined;
  #rest: () => void = () => undefined;

  constructor(
    input: WorkerInput,
    run: SettledRun,
    threads: readonly WorkerThread[],
    signal: AbortSignal | undefined,
  ) {
    this.workers = 1 + threads.length;
    this.#signal = signal;
    const listener: MemberListener = {
      news: (news, member) => {
        this.#heard.add(member);
        this.#told.push({ news, member });
        this.#wake();
      },
      free: () => {
        this.#wake();
      },
      failed: (error) => {
        this.#failure ??= error;
        this.#wake();
      },
    };
    for (const thread of threads) thread.begin(input, listener);
    this.#members = [new CallingThread(input, run, () => this.#idle(), listener), ...threads];
  }

  async *ordered(pass: Pass, first: number): AsyncGenerator<ChunkPiece | BlockEnd> {
    const ahead = new Map<number, Told[]>();
    const claims = new Claims(pass.blocks.length, first);
    const job = { kind: 'blocks', pass: pass.key, claims: claims.memory } as const;
    let head = first;
    if (claims.isOver) return;
    for await (const one of this.#work(this.#members, job, claims)) {
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
      // A thread that is still starting is not waited for.
      if (head === pass.blocks.length) return;
    }
  }

  async *parts(tasks: readonly PartTask[]): AsyncGenerator<PartNews> {
    const claims = new Claims(tasks.length, 0);
    const parts = tasks.map(({ pass, records }) => ({ pass: pass.key, records }));
    let left = tasks.length;
    if (left === 0) return;
    for await (const { news } of this.#work(
      this.#members,
      { kind: 'parts', parts, claims: claims.memory },
      claims,
    )) {
      if (news.kind !== 'part') continue;
      yield news.news;
      if (news.news.kind === 'done' && --left === 0) return;
    }
  }

  async *summarise(_passes: readonly Pass[], blocks: readonly BlockKey[]): AsyncGenerator<PartialSummary> {
    const claims = new Claims(blocks.length, 0);
    const job = { kind: 'summarise', blocks, claims: claims.memory } as const;
    for await (const { news } of this.#work(this.#members, job, claims)) {
      if (news.kind === 'summary') yield news.summary;
    }
    yield* await this.#summariesOf(this.#members);
  }

  async takeSummaries(): Promise<readonly PartialSummary[]> {
    return this.#summariesOf([...this.#heard]);
  }

  async close(): Promise<void> {
    const ended = this.#members.map((member) => member.end());
    // Nothing more will be told: who waits for that goes on, and finds itself ended.
    this.#isWaiting = true;
    this.#rest();
    await Promise.all(ended);
  }

  async #summariesOf(members: readonly Member[]): Promise<readonly PartialSummary[]> {
    const summaries: PartialSummary[] = [];
    for await (const { news } of this.#work(members, { kind: 'take' })) {
      if (news.kind === 'summary') summaries.push(news.summary);
    }
    return summaries;
  }

  /**
   * Gives members a job, and yields what they tell until all of them have done it. When the run is to end, nobody takes
   * anything more.
   */
  async *#work(members: readonly Member[], job: WorkerJob, claims?: Claims): AsyncGenerator<Told> {
    const stop = (): void => {
      claims?.close();
      for (const member of members) member.tell({ kind: 'stop' });
    };
    this.#signal?.addEventListener('abort', stop);
    if (this.#signal?.aborted === true) stop();
    try {
      for (const member of members) member.do(job);
      for (;;) {
        const told = this.#told;
        this.#told = [];
        for (const one of told) {
          yield one;
          if (this.#failure !== undefined) throw this.#failure;
        }
        if (this.#failure !== undefined) throw this.#failure;
        if (this.#told.length > 0) continue;
        if (members.every((member) => member.jobs === 0)) return;
        await this.#news();
      }
    } finally {
      this.#signal?.removeEventListener('abort', stop);
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
}

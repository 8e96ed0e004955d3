import type { ToWorker, WorkerJob } from './messages';

type WrittenChunk = ToWorker & { readonly kind: 'written' };

/** What a worker has been told. */
export class Inbox {
  readonly #jobs: WorkerJob[] = [];
  #isEnded = false;
  #wake: () => void = () => undefined;
  /** Bytes that the calling thread has written. */
  written = 0;
  /** Hears of each written chunk. */
  onWritten: (chunk: WrittenChunk) => void = () => undefined;
  /** Whether parts are to end after the block in work. */
  isStopped = false;

  take(message: ToWorker): void {
    if (message.kind === 'written') {
      this.written += message.bytes;
      this.onWritten(message);
    } else if (message.kind === 'stop') this.isStopped = true;
    else this.#jobs.push(message);
    this.#wake();
  }

  async nextJob(): Promise<WorkerJob> {
    for (;;) {
      const job = this.#jobs.shift();
      if (job !== undefined) return job;
      await this.news();
    }
  }

  /** Until the next message. */
  async news(): Promise<void> {
    this.assertOpen();
    await new Promise<void>((resolve) => (this.#wake = resolve));
    this.assertOpen();
  }

  /** Whoever waits here, now or later, gets an error. */
  end(): void {
    this.#isEnded = true;
    this.#wake();
  }

  assertOpen(): void {
    if (this.#isEnded) throw new Error('the run is ended');
  }
}

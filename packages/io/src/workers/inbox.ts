import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { ToWorker, WorkerJob } from './messages';

type WrittenChunk = ToWorker & { readonly kind: 'written' };

/** What a worker has been told. */
export class Inbox {
  readonly #port: MessagePort;
  readonly #jobs: WorkerJob[] = [];
  /** Bytes that the calling thread has written. */
  written = 0;
  /** Hears of each written chunk. */
  onWritten: (chunk: WrittenChunk) => void = () => undefined;
  /** Whether parts are to end after the block in work. */
  isStopped = false;

  constructor(port: MessagePort) {
    this.#port = port;
    port.on('message', (message: ToWorker) => {
      if (message.kind === 'written') {
        this.written += message.bytes;
        this.onWritten(message);
      } else if (message.kind === 'stop') this.isStopped = true;
      else this.#jobs.push(message);
    });
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
    await once(this.#port, 'message');
  }
}

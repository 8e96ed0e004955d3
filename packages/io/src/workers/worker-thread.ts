import type { Worker } from 'node:worker_threads';
import type { DatasetModule } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';
import { startWorker } from '../start-worker';
import { errorOf } from './error-message';
import type { Member, MemberListener } from './member';
import type { FromWorker, ToThread, ToWorker, WorkerInput, WorkerJob, WorkerStart } from './messages';

/** A worker and the jobs that it was given. It loads the dataset's module at once, and waits for a run. */
export class WorkerThread implements Member {
  readonly #worker: Worker;
  #listener: MemberListener | undefined;
  #failure: Error | undefined;
  #isEnding = false;
  jobs = 0;

  constructor(module: DatasetModule) {
    const start: WorkerStart = { module };
    this.#worker = startWorker('run-worker', { workerData: start });
    this.#worker.on('message', (message: FromWorker) => {
      if (message.kind === 'free') {
        this.jobs--;
        this.#listener?.free(this);
      } else if (message.kind === 'failed') this.#fail(errorOf(message.error));
      else this.#listener?.news(message, this);
    });
    this.#worker.on('error', (error) => this.#fail(died(error.message, error)));
    this.#worker.on('exit', (code) => {
      if (!this.#isEnding) this.#fail(died(`exit code ${code}`));
    });
  }

  /** Takes part in a run; whoever listens hears of what failed before, too. */
  begin(input: WorkerInput, listener: MemberListener): void {
    this.#listener = listener;
    if (this.#failure !== undefined) listener.failed(this.#failure);
    this.#post({ kind: 'run', input });
  }

  do(job: WorkerJob): void {
    this.jobs++;
    this.tell(job);
  }

  tell(message: ToWorker): void {
    this.#post(message);
  }

  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#worker.terminate();
  }

  #post(message: ToThread): void {
    this.#worker.postMessage(message);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#listener?.failed(error);
  }
}

const died = (why: string, cause?: unknown): SynthError<IoErrorCode> =>
  new SynthError({
    code: 'WORKER_DIED',
    message: `a worker died: ${why}`,
    remedy: 'run the same again: what is written is kept; fewer workers need less memory',
    ...(cause === undefined ? {} : { cause }),
  });

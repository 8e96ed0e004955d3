import type { Worker } from 'node:worker_threads';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';
import { startWorker } from '../start-worker';
import { errorOf } from './error-message';
import type { Member, MemberListener } from './member';
import type { FromWorker, ToWorker, WorkerInput, WorkerJob } from './messages';

/** A worker and the jobs that it was given. */
export class WorkerThread implements Member {
  readonly #worker: Worker;
  #isEnding = false;
  jobs = 0;

  constructor(input: WorkerInput, listener: MemberListener) {
    this.#worker = startWorker('run-worker', { workerData: input });
    this.#worker.on('message', (message: FromWorker) => {
      if (message.kind === 'free') {
        this.jobs--;
        listener.free(this);
      } else if (message.kind === 'failed') listener.failed(errorOf(message.error));
      else listener.news(message, this);
    });
    this.#worker.on('error', (error) => listener.failed(died(error.message, error)));
    this.#worker.on('exit', (code) => {
      if (!this.#isEnding) listener.failed(died(`exit code ${code}`));
    });
  }

  do(job: WorkerJob): void {
    this.jobs++;
    this.tell(job);
  }

  tell(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#worker.terminate();
  }
}

const died = (why: string, cause?: unknown): SynthError<IoErrorCode> =>
  new SynthError({
    code: 'WORKER_DIED',
    message: `a worker died: ${why}`,
    remedy: 'run the same again: what is written is kept; fewer workers need less memory',
    ...(cause === undefined ? {} : { cause }),
  });

import type { SettledRun } from '../run/settled-run';
import { Inbox } from './inbox';
import { JobWorker } from './job-worker';
import type { Member, MemberListener } from './member';
import type { FromWorker, ToWorker, WorkerInput, WorkerJob } from './messages';

/** Without progress of other threads for so long, it prepares by itself: it also has signals and files to see to. */
const patienceMilliseconds = 2000;

/** Does jobs in the calling thread, a batch at a time, while there is nothing else to do in it. */
export class CallingThread implements Member {
  readonly #inbox = new Inbox();
  readonly #ended: Promise<void>;
  #isEnding = false;
  jobs = 0;

  /** @param idle waits until there is nothing else to do */
  constructor(input: WorkerInput, run: SettledRun, idle: () => Promise<void>, listener: MemberListener) {
    const tell = (message: FromWorker): void => {
      if (this.#isEnding) return;
      if (message.kind === 'free') {
        this.jobs--;
        listener.free(this);
      } else if (message.kind !== 'failed') listener.news(message, this);
    };
    const pause = async (): Promise<void> => {
      await idle();
      this.#inbox.assertOpen();
    };
    const worker = new JobWorker(input, run, this.#inbox, tell, { pause, patience: patienceMilliseconds });
    this.#ended = worker.work().catch((error: Error) => {
      if (!this.#isEnding) listener.failed(error);
    });
  }

  do(job: WorkerJob): void {
    this.jobs++;
    this.tell(job);
  }

  tell(message: ToWorker): void {
    this.#inbox.take(message);
  }

  async end(): Promise<void> {
    this.#isEnding = true;
    this.#inbox.end();
    await this.#ended;
  }
}

import { availableParallelism } from 'node:os';
import type { DatasetModule } from '@synth/core';
import type { RunOptions } from '../run/run-options';
import { WorkerThread } from './worker-thread';

/** Threads that load a dataset while its run is being settled in the calling thread. */
export class EarlyThreads {
  readonly #threads: WorkerThread[];

  /** Starts those that are sure to be of use: what a caller asks for, up to one a core, where threads can do the run. */
  constructor({ dataset, workers = 1, sinks = [] }: Pick<RunOptions, 'dataset' | 'workers' | 'sinks'>) {
    const { kind, module } = dataset;
    const count =
      kind === 'generated' && sinks.length === 0 ? Math.min(workers, availableParallelism()) - 1 : 0;
    this.#threads = module === undefined ? [] : Array.from({ length: count }, () => new WorkerThread(module));
  }

  /** So many threads: first those that are here. */
  take(count: number, module: DatasetModule): readonly WorkerThread[] {
    const taken = this.#threads.splice(0, count);
    while (taken.length < count) taken.push(new WorkerThread(module));
    return taken;
  }

  /** Ends those that nobody took. */
  async end(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map((thread) => thread.end()));
  }
}

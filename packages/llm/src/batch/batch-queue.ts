import { digest, isSynthError } from '@synth/core';
import type { Clock, Store } from '@synth/core';
import { callError, failureOf, throwIfAborted } from '../errors/call-failure';
import { abortable } from '../middleware/abortable';
import type { CallContext, ModelAnswer, ModelRequest } from '../model/model';
import type { BatchClient, BatchItem } from './batch-client';
import type { JobRecord } from './job-records';
import { deleteJob, readJobs, writeJob } from './job-records';

interface QueueOptions {
  readonly store: Store;
  readonly gatherMs: number;
  readonly pollMs: number;
  readonly maxRequests: number;
  readonly maxAgeMs: number;
  readonly clock: Clock;
}

interface Waiting {
  readonly item: BatchItem<ModelRequest>;
  readonly promise: Promise<ModelAnswer>;
  readonly resolve: (answer: ModelAnswer) => void;
  readonly reject: (error: unknown) => void;
}

// A job is looked at this often in a row without an answer before its calls fail.
const maxFailedPolls = 10;

/** Calls on their way into jobs, and jobs on their way to answers. */
export class BatchQueue {
  readonly #model: string;
  readonly #client: BatchClient<ModelRequest, ModelAnswer>;
  readonly #options: QueueOptions;
  /** By key: a request that is asked twice is handed in once. */
  readonly #waiting = new Map<string, Waiting>();
  #gathered: Waiting[] = [];
  #gathering = false;
  /** Jobs of earlier processes, by the keys of their requests. */
  #earlier: Promise<Map<string, JobRecord>> | undefined;
  readonly #watched = new Set<string>();

  constructor(model: string, client: BatchClient<ModelRequest, ModelAnswer>, options: QueueOptions) {
    this.#model = model;
    this.#client = client;
    this.#options = options;
  }

  async ask(key: string, request: ModelRequest, { signal }: CallContext): Promise<ModelAnswer> {
    throwIfAborted(signal);
    this.#earlier ??= this.#readEarlier();
    const earlier = await this.#earlier;
    const waiting = this.#waiting.get(key) ?? this.#begin(key, request, earlier.get(key));
    // A caller may leave; the job goes on, and its answer is there for whoever asks again.
    return abortable(waiting.promise, signal, 'unknown');
  }

  #begin(key: string, request: ModelRequest, record: JobRecord | undefined): Waiting {
    const waiting = open({ id: key, request });
    this.#waiting.set(key, waiting);
    if (record?.job !== undefined) this.#watch(record, record.job);
    else this.#gather(waiting);
    return waiting;
  }

  #gather(waiting: Waiting): void {
    this.#gathered.push(waiting);
    if (this.#gathered.length >= this.#options.maxRequests) this.#handIn();
    if (this.#gathering) return;
    this.#gathering = true;
    void this.#options.clock.sleep(this.#options.gatherMs).then(() => {
      this.#gathering = false;
      this.#handIn();
    });
  }

  #handIn(): void {
    const batch = this.#gathered.splice(0, this.#options.maxRequests);
    if (batch.length === 0) return;
    this.#submit(batch).catch((error: unknown) =>
      this.#fail(
        batch.map(({ item }) => item.id),
        error,
      ),
    );
  }

  async #submit(batch: readonly Waiting[]): Promise<void> {
    const { store, clock } = this.#options;
    const keys = batch.map(({ item }) => item.id);
    const submittedAt = clock.now();
    const tag = `synth-${digest({ keys, submittedAt }).slice(0, 24)}`;
    const record: JobRecord = { version: 1, tag, model: this.#model, submittedAt, keys };
    await writeJob(store, record);
    try {
      const items = batch.map(({ item }) => item);
      const job = await this.#client.submit(tag, items, {});
      await writeJob(store, { ...record, job });
      this.#watch(record, job);
    } catch (error) {
      // Only a job that was certainly not accepted is forgotten.
      if (failureOf(error).outcome !== 'unknown') await deleteJob(store, tag);
      throw error;
    }
  }

  #watch(record: JobRecord, job: string): void {
    if (this.#watched.has(job)) return;
    this.#watched.add(job);
    this.#collect(record, job).catch((error: unknown) => {
      this.#watched.delete(job);
      this.#fail(record.keys, error);
    });
  }

  async #collect(record: JobRecord, job: string): Promise<void> {
    for (let failed = 0; ;) {
      const asked = record.keys.flatMap((key) => this.#waiting.get(key)?.item ?? []);
      if (asked.length === 0) {
        // In one step: whoever asks from now on begins to watch anew.
        this.#watched.delete(job);
        return;
      }
      try {
        const state = await this.#client.poll(job, asked, {});
        failed = 0;
        if (state.state === 'failed') throw await this.#jobError(record, state.reason);
        if (state.state === 'done') {
          await this.#deliver(record, asked, state.results);
          continue;
        }
      } catch (error) {
        if (!failureOf(error).retryable || ++failed > maxFailedPolls) throw error;
      }
      await this.#options.clock.sleep(this.#options.pollMs);
    }
  }

  async #jobError(record: JobRecord, reason: string): Promise<Error> {
    await this.#forget(record);
    const failure = { retryable: false, outcome: 'refused' } as const;
    return callError('BATCH_FAILED', `a batch of ${this.#model} failed: ${reason}`, failure);
  }

  async #deliver(
    record: JobRecord,
    asked: readonly BatchItem<ModelRequest>[],
    results: ReadonlyMap<string, ModelAnswer | Error>,
  ): Promise<void> {
    const notRun = callError('BATCH_FAILED', `${this.#model}: not run before the batch ended`, {
      retryable: true,
      outcome: 'refused',
    });
    const outcomes = asked.map(({ id }) => ({ id, result: results.get(id) ?? notRun }));
    // The record stays: a process that ends before it has kept these answers can collect them again. But not one with
    // failures, which are to be asked anew.
    if (outcomes.some(({ result }) => isError(result))) await this.#forget(record);
    for (const { id, result } of outcomes) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (isError(result)) waiting?.reject(result);
      else waiting?.resolve(result);
    }
  }

  async #forget(record: JobRecord): Promise<void> {
    const earlier = await this.#earlier;
    for (const key of record.keys) earlier?.delete(key);
    await deleteJob(this.#options.store, record.tag);
  }

  #fail(keys: readonly string[], error: unknown): void {
    for (const key of keys) {
      this.#waiting.get(key)?.reject(error);
      this.#waiting.delete(key);
    }
  }

  async #readEarlier(): Promise<Map<string, JobRecord>> {
    const { store, clock, maxAgeMs } = this.#options;
    const byKey = new Map<string, JobRecord>();
    for (const record of await readJobs(store, this.#model, clock.now() - maxAgeMs)) {
      const known = record.job === undefined ? await this.#adopt(record) : record;
      for (const key of known?.keys ?? []) if (!byKey.has(key)) byKey.set(key, known!);
    }
    return byKey;
  }

  /** A record whose job's id was never learnt: the provider knows it, or nothing was handed in. */
  async #adopt(record: JobRecord): Promise<JobRecord | undefined> {
    const job = await this.#client.find(record.tag, {});
    if (job === undefined) {
      await deleteJob(this.#options.store, record.tag);
      return undefined;
    }
    const known = { ...record, job };
    await writeJob(this.#options.store, known);
    return known;
  }
}

const isError = (result: ModelAnswer | Error): result is Error =>
  result instanceof Error || isSynthError(result);

function open(item: BatchItem<ModelRequest>): Waiting {
  let resolve: Waiting['resolve'] = () => undefined;
  let reject: Waiting['reject'] = () => undefined;
  const promise = new Promise<ModelAnswer>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Whoever asked sees the failure; if all have left, nobody does.
  promise.catch(() => undefined);
  return { item, promise, resolve, reject };
}

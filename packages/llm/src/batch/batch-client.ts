import type { CallContext } from '../model/model';

/** A request of a batch, with the id that its answer carries. */
export interface BatchItem<Request> {
  readonly id: string;
  readonly request: Request;
}

/** Where a batch is. A request that failed has its error in place of an answer; one without a result was not run. */
export type BatchState<Answer> =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly results: ReadonlyMap<string, Answer | Error> }
  | { readonly state: 'failed'; readonly reason: string };

/** A provider's batch API: many requests as one job, answered within a day at a lower price. */
export interface BatchClient<Request, Answer> {
  /** The most requests of a job. */
  readonly maxRequests: number;
  /** The part of the listed price that is charged. */
  readonly priceFactor: number;
  /** Hands a job in. `tag` marks it, so that it can be found when its id was lost. Returns the id. */
  submit(tag: string, items: readonly BatchItem<Request>[], context: CallContext): Promise<string>;
  /** The id of the newest job with this tag, if there is one. */
  find(tag: string, context: CallContext): Promise<string | undefined>;
  /** Looks at a job; `items` are those it was handed in with, in their order. */
  poll(job: string, items: readonly BatchItem<Request>[], context: CallContext): Promise<BatchState<Answer>>;
}

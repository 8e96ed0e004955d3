/** Time as an argument, in milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls back after `ms`, unless the returned function is called before. Where it is not there, `sleep` serves. */
  after?(ms: number, callback: () => void): () => void;
}

import type { FromWorker, ToWorker, WorkerJob } from './messages';

/** What a member tells of its jobs. */
export type MemberNews = Exclude<FromWorker, { kind: 'free' } | { kind: 'failed' }>;

/** One of those that do the jobs of a run. */
export interface Member {
  /** Jobs that are not done. */
  readonly jobs: number;
  do(job: WorkerJob): void;
  tell(message: ToWorker): void;
  /** Ends what it does, at once; it holds nothing open then. */
  end(): Promise<void>;
}

/** Who hears of the members. */
export interface MemberListener {
  news(news: MemberNews, member: Member): void;
  /** The member has done a job. */
  free(member: Member): void;
  /** The member failed or died; it does nothing more. */
  failed(error: Error): void;
}

import type { ServedRequest } from './served-request';

/** A job that was handed in. */
export interface ServedJob {
  readonly id: string;
  readonly tag: string;
  readonly model: string;
  readonly endpoint: string;
  readonly items: readonly {
    readonly id: string;
    readonly request: Omit<ServedRequest, 'index' | 'batch'>;
  }[];
  /** How often it has been looked at. */
  polls: number;
  /** The body of each answer, once the job is done. */
  bodies?: readonly unknown[];
}

/** Files and jobs that a server holds. */
export class BatchJobs {
  readonly files = new Map<string, string>();
  readonly jobs = new Map<string, ServedJob>();

  addFile(text: string): string {
    const id = `file-${this.files.size + 1}`;
    this.files.set(id, text);
    return id;
  }

  addJob(job: Omit<ServedJob, 'id' | 'polls'>): ServedJob {
    const added = { ...job, id: `batch-${this.jobs.size + 1}`, polls: 0 };
    this.jobs.set(added.id, added);
    return added;
  }

  /** Looks at a job: it is done from the `after`-th look on. */
  look(id: string, after: number, run: (job: ServedJob) => readonly unknown[]): ServedJob | undefined {
    const job = this.jobs.get(id);
    if (job === undefined) return undefined;
    job.polls++;
    if (job.polls >= after) job.bodies ??= run(job);
    return job;
  }
}

/** The file in a multipart body: what stands between its headers and the next boundary. */
export function fileOf(multipart: string): string {
  const boundary = multipart.slice(0, multipart.indexOf('\r\n'));
  const part = multipart.split(boundary).find((one) => one.includes('filename=')) ?? '';
  return part.slice(part.indexOf('\r\n\r\n') + 4).replace(/\r\n$/, '');
}

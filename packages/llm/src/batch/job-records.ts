import type { Store } from '@synth/core';
import { z } from 'zod';
import { readJson, writeJson } from '../store/json-value';

const recordSchema = z.strictObject({
  version: z.literal(1),
  /** Marks the job at the provider. */
  tag: z.string(),
  model: z.string(),
  /** The job's id; absent while nobody knows whether it was accepted. */
  job: z.string().optional(),
  submittedAt: z.number(),
  /** The keys of its requests, in their order. */
  keys: z.array(z.string()),
});

/** A job that was handed in, as a later process finds it. */
export type JobRecord = Readonly<z.infer<typeof recordSchema>>;

const prefix = 'batches/';

/** The jobs of a model that are not older than `since`, newest first. Damaged records are passed over. */
export async function readJobs(store: Store, model: string, since: number): Promise<JobRecord[]> {
  const records: JobRecord[] = [];
  for await (const key of store.list(prefix)) {
    const record = recordSchema.safeParse((await readJson(store, key))?.value);
    if (record.success && record.data.model === model && record.data.submittedAt >= since)
      records.push(record.data);
  }
  return records.sort((a, b) => b.submittedAt - a.submittedAt || (a.tag < b.tag ? -1 : 1));
}

export const writeJob = (store: Store, record: JobRecord): Promise<void> =>
  writeJson(store, prefix + record.tag, record);

export const deleteJob = (store: Store, tag: string): Promise<void> => store.delete(prefix + tag);

import type { BatchJobs, ServedJob } from './batch-jobs';
import { fileOf } from './batch-jobs';
import { geminiRoute, geminiTextRequest } from './gemini-protocol';
import { openAiRequest } from './openai-protocol';
import type { ServedRequest } from './served-request';

/** What a server does for a batch request; undefined for any other. */
export interface BatchRoutes {
  (
    method: string,
    path: string,
    text: string,
  ): { readonly body?: unknown; readonly text?: string } | undefined;
}

interface OpenAiLine {
  readonly custom_id: string;
  readonly url: string;
  readonly body: unknown;
}

interface GeminiBatch {
  readonly batch: {
    readonly displayName: string;
    readonly inputConfig: {
      readonly requests: {
        readonly requests: readonly {
          readonly request: unknown;
          readonly metadata: Readonly<Record<string, string>>;
        }[];
      };
    };
  };
}

/**
 * The batch APIs of both vendors, over the jobs of a server.
 *
 * @param after how often a job is looked at until it is done
 * @param answer answers a request of a job, with the body that a single call would get
 */
export function batchRoutes(
  jobs: BatchJobs,
  after: number,
  answer: (request: Omit<ServedRequest, 'index' | 'batch'>) => unknown,
): BatchRoutes {
  const run = (job: ServedJob): readonly unknown[] => job.items.map(({ request }) => answer(request));

  const openAiJob = (job: ServedJob): unknown => {
    const { id, tag, bodies, endpoint } = job;
    const common = { id, object: 'batch', endpoint, metadata: { tag } };
    if (bodies === undefined) return { ...common, status: 'in_progress' };
    const outputId = `output-${id}`;
    const lines = job.items.map((item, i) =>
      JSON.stringify({ custom_id: item.id, response: { status_code: 200, body: bodies[i] }, error: null }),
    );
    jobs.files.set(outputId, lines.map((line) => `${line}\n`).join(''));
    return { ...common, status: 'completed', output_file_id: outputId };
  };
  const geminiJob = ({ id, tag, bodies, items }: ServedJob): unknown => {
    const name = `batches/${id}`;
    if (bodies === undefined) return { name, metadata: { displayName: tag, state: 'BATCH_STATE_RUNNING' } };
    const inlined = items.map((item, i) => ({ response: bodies[i], metadata: { key: item.id } }));
    const output = { inlinedResponses: { inlinedResponses: inlined } };
    return { name, metadata: { displayName: tag, state: 'BATCH_STATE_SUCCEEDED', output } };
  };
  const newestFirst = (): ServedJob[] => [...jobs.jobs.values()].reverse();

  const openAi: BatchRoutes = (method, path, text) => {
    if (method === 'POST' && path === '/v1/files') {
      return { body: { id: jobs.addFile(fileOf(text)), object: 'file', purpose: 'batch' } };
    }
    const content = /^\/v1\/files\/([^/]+)\/content$/.exec(path);
    if (content !== null) return { text: jobs.files.get(content[1]!) ?? '' };
    if (method === 'POST' && path === '/v1/batches') {
      const made = JSON.parse(text) as { input_file_id: string; endpoint: string; metadata: { tag: string } };
      const lines = (jobs.files.get(made.input_file_id) ?? '').split('\n').filter((line) => line !== '');
      const items = lines.flatMap((line) => {
        const { custom_id: id, url, body } = JSON.parse(line) as OpenAiLine;
        const request = openAiRequest(url, body);
        return request === undefined ? [] : [{ id, request }];
      });
      const model = items[0]?.request.model ?? '';
      return {
        body: openAiJob(jobs.addJob({ tag: made.metadata.tag, model, endpoint: made.endpoint, items })),
      };
    }
    if (path === '/v1/batches') {
      return { body: { object: 'list', data: newestFirst().map(openAiJob), has_more: false } };
    }
    const id = /^\/v1\/batches\/([^/]+)$/.exec(path)?.[1];
    const job = id === undefined ? undefined : jobs.look(id, after, run);
    return job === undefined ? undefined : { body: openAiJob(job) };
  };

  const gemini: BatchRoutes = (method, path, text) => {
    const to = geminiRoute(path);
    if (method === 'POST' && to?.method === 'batchGenerateContent') {
      const { batch } = JSON.parse(text) as GeminiBatch;
      const items = batch.inputConfig.requests.requests.map(({ request, metadata }) => ({
        id: metadata['key'] ?? '',
        request: geminiTextRequest(to.model, request),
      }));
      const job = jobs.addJob({ tag: batch.displayName, model: to.model, endpoint: path, items });
      return { body: geminiJob(job) };
    }
    if (path === '/v1beta/batches') return { body: { operations: newestFirst().map(geminiJob) } };
    const id = /^\/v1beta\/batches\/([^/]+)$/.exec(path)?.[1];
    const job = id === undefined ? undefined : jobs.look(id, after, run);
    return job === undefined ? undefined : { body: geminiJob(job) };
  };

  return (method, path, text) => openAi(method, path, text) ?? gemini(method, path, text);
}

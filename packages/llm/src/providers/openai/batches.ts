import { z } from 'zod';
import type { BatchClient, BatchItem, BatchState } from '../../batch/batch-client';
import { callError } from '../../errors/call-failure';
import type { EmbeddingAnswer, EmbeddingRequest } from '../../model/embedding-model';
import type { CallContext } from '../../model/model';
import type { TextAnswer, TextRequest } from '../../model/text-model';
import { sdkError } from '../sdk-failure';
import type { ChatDialect } from './chat';
import { chatAnswer, chatBody } from './chat';
import type { OpenAiConnection } from './connection';
import { embeddingAnswer, embeddingBody } from './embeddings';

/** What differs between batches of chats and of embeddings. */
interface BatchKind<Request, Answer> {
  readonly model: string;
  readonly endpoint: '/v1/chat/completions' | '/v1/embeddings';
  body(request: Request): object;
  answer(request: Request, body: unknown): Answer;
}

const jobSchema = z.object({
  id: z.string(),
  status: z.string(),
  output_file_id: z.string().nullish(),
  error_file_id: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  errors: z.object({ data: z.array(z.object({ message: z.string().nullish() })).nullish() }).nullish(),
});

const lineSchema = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number(), body: z.unknown() }).nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
});

const running = new Set(['validating', 'in_progress', 'finalizing', 'cancelling']);

/** The batch API for chats: half price, answered within a day. */
export const chatBatches = (
  connection: OpenAiConnection,
  dialect: ChatDialect,
): BatchClient<TextRequest, TextAnswer> =>
  batches(connection, {
    model: dialect.model,
    endpoint: '/v1/chat/completions',
    body: (request) => chatBody(request, dialect),
    answer: (request, body) => {
      const answer = chatAnswer(request, body, dialect.model);
      return { ...answer, text: connection.clean(answer.text) };
    },
  });

/** The batch API for embeddings. */
export const embeddingBatches = (
  connection: OpenAiConnection,
  model: string,
  ownDimensions: number,
): BatchClient<EmbeddingRequest, EmbeddingAnswer> =>
  batches(connection, {
    model,
    endpoint: '/v1/embeddings',
    body: (request) => embeddingBody(request, model, ownDimensions),
    answer: (request, body) => embeddingAnswer(request, body, model),
  });

function batches<Request, Answer>(
  connection: OpenAiConnection,
  kind: BatchKind<Request, Answer>,
): BatchClient<Request, Answer> {
  const { model, endpoint } = kind;

  const resultsOf = async (
    fileIds: readonly (string | null | undefined)[],
    items: readonly BatchItem<Request>[],
    context: CallContext,
  ): Promise<Map<string, Answer | Error>> => {
    const requests = new Map(items.map(({ id, request }) => [id, request]));
    const results = new Map<string, Answer | Error>();
    for (const id of fileIds) {
      if (id === null || id === undefined) continue;
      const text = await connection.send(model, context, async ({ files }, settings) =>
        (await files.content(id, settings)).text(),
      );
      for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
        const parsed = lineSchema.parse(JSON.parse(line));
        const request = requests.get(parsed.custom_id);
        if (request !== undefined) results.set(parsed.custom_id, resultOf(kind, request, parsed));
      }
    }
    return results;
  };

  return {
    maxRequests: 50_000,
    priceFactor: 0.5,
    async submit(tag, items, context) {
      const lines = items.map(({ id, request }) =>
        JSON.stringify({ custom_id: id, method: 'POST', url: endpoint, body: kind.body(request) }),
      );
      const file = new File([lines.map((line) => `${line}\n`).join('')], `${tag}.jsonl`);
      const { id: input } = await connection.send(model, context, ({ files }, settings) =>
        files.create({ file, purpose: 'batch' }, settings),
      );
      const job = await connection.send(model, context, (client, settings) =>
        client.batches.create(
          { input_file_id: input, endpoint, completion_window: '24h', metadata: { tag } },
          settings,
        ),
      );
      return job.id;
    },
    find: (tag, context) =>
      connection.send(model, context, async (client, settings) => {
        for await (const one of client.batches.list({ limit: 100 }, settings)) {
          const job = jobSchema.safeParse(one);
          if (job.success && job.data.metadata?.['tag'] === tag) return job.data.id;
        }
        return undefined;
      }),
    async poll(id, items, context): Promise<BatchState<Answer>> {
      const body = await connection.send(model, context, (client, settings) =>
        client.batches.retrieve(id, settings),
      );
      const job = jobSchema.safeParse(body);
      if (!job.success) {
        const facts = { retryable: true, outcome: 'unknown' } as const;
        throw callError('ANSWER_MALFORMED', `openai/${model}: batch ${id} is not of the known form`, facts);
      }
      const { status, output_file_id: output, error_file_id: errors } = job.data;
      if (running.has(status)) return { state: 'running' };
      // An expired or cancelled job keeps what it had finished.
      if (status === 'completed' || typeof output === 'string') {
        return { state: 'done', results: await resultsOf([output, errors], items, context) };
      }
      const reasons = (job.data.errors?.data ?? []).map(({ message }) => message ?? '').filter(Boolean);
      return { state: 'failed', reason: [status, ...reasons].join(': ') };
    },
  };
}

function resultOf<Request, Answer>(
  kind: BatchKind<Request, Answer>,
  request: Request,
  { response, error }: z.infer<typeof lineSchema>,
): Answer | Error {
  if (response !== null && response !== undefined && response.status_code === 200) {
    try {
      return kind.answer(request, response.body);
    } catch (problem) {
      return problem as Error;
    }
  }
  const status = response?.status_code;
  if (status === undefined) {
    // Expired or cancelled before its turn: not run, not billed.
    const message = `openai/${kind.model}: ${error?.message ?? 'not run'}`;
    return callError('BATCH_FAILED', message, { retryable: true, outcome: 'refused' });
  }
  const message = error?.message ?? `status ${status}`;
  return sdkError(
    `openai/${kind.model}`,
    { message, status, unreachable: false, unreadable: false },
    undefined,
    [],
  );
}

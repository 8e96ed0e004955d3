import { z } from 'zod';
import type { BatchClient, BatchItem, BatchState } from '../../batch/batch-client';
import { callError } from '../../errors/call-failure';
import type { TextAnswer, TextRequest } from '../../model/text-model';
import type { GeminiConnection } from './connection';
import type { GeminiDialect } from './generate';
import { geminiAnswer, geminiParameters } from './generate';

const jobSchema = z.object({
  state: z.string(),
  error: z.object({ message: z.string().nullish() }).nullish(),
  dest: z
    .object({
      inlinedResponses: z
        .array(
          z.object({
            response: z.unknown(),
            metadata: z.record(z.string(), z.string()).nullish(),
            error: z.object({ message: z.string().nullish() }).nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

type Inlined = NonNullable<NonNullable<z.infer<typeof jobSchema>['dest']>['inlinedResponses']>[number];

const finished = new Set([
  'JOB_STATE_SUCCEEDED',
  'JOB_STATE_PARTIALLY_SUCCEEDED',
  'JOB_STATE_FAILED',
  'JOB_STATE_CANCELLED',
  'JOB_STATE_EXPIRED',
]);

/** The batch API for texts: half price, answered within a day; requests go inline, 20 MB at most. */
export function geminiBatches(
  connection: GeminiConnection,
  dialect: GeminiDialect,
): BatchClient<TextRequest, TextAnswer> {
  const { model } = dialect;
  return {
    maxRequests: 1000,
    priceFactor: 0.5,
    async submit(tag, items, context) {
      const src = items.map(({ id, request }) => {
        const { contents, config } = geminiParameters(request, dialect);
        return { contents, config, metadata: { key: id } };
      });
      const job = await connection.send(model, context, (client, abort) =>
        client.batches.create({ model, src, config: { displayName: tag, ...abort } }),
      );
      if (job.name !== undefined) return job.name;
      const facts = { retryable: false, outcome: 'unknown' } as const;
      throw callError('ANSWER_MALFORMED', `gemini/${model}: a batch was accepted without a name`, facts);
    },
    find: (tag, context) =>
      connection.send(model, context, async (client, abort) => {
        for await (const job of await client.batches.list({ config: { pageSize: 100, ...abort } })) {
          if (job.displayName === tag) return job.name;
        }
        return undefined;
      }),
    async poll(name, items, context): Promise<BatchState<TextAnswer>> {
      const body = await connection.send(model, context, (client, abort) =>
        client.batches.get({ name, config: abort }),
      );
      const job = jobSchema.safeParse(body);
      if (!job.success) {
        const facts = { retryable: true, outcome: 'unknown' } as const;
        throw callError('ANSWER_MALFORMED', `gemini/${model}: batch ${name} is not of the known form`, facts);
      }
      const { state, dest, error } = job.data;
      if (!finished.has(state)) return { state: 'running' };
      const responses = dest?.inlinedResponses ?? [];
      if (responses.length === 0) return { state: 'failed', reason: error?.message ?? state };
      return {
        state: 'done',
        results: resultsOf(items, responses, (request, one) => answerOf(request, one)),
      };
    },
  };

  function answerOf(request: TextRequest, { response, error }: Inlined): TextAnswer | Error {
    if (response === undefined) {
      const message = `gemini/${model}: ${error?.message ?? 'not run'}`;
      return callError('BATCH_FAILED', message, { retryable: true, outcome: 'refused' });
    }
    try {
      const answer = geminiAnswer(request, response, model);
      return { ...answer, text: connection.clean(answer.text) };
    } catch (problem) {
      return problem as Error;
    }
  }
}

/** Answers by id: from the metadata that goes with each, else by their order, which is that of the requests. */
function resultsOf(
  items: readonly BatchItem<TextRequest>[],
  responses: readonly Inlined[],
  answerOf: (request: TextRequest, response: Inlined) => TextAnswer | Error,
): Map<string, TextAnswer | Error> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const results = new Map<string, TextAnswer | Error>();
  responses.forEach((response, i) => {
    const key = response.metadata?.['key'];
    const item = key === undefined ? items[i] : byId.get(key);
    if (item !== undefined) results.set(item.id, answerOf(item.request, response));
  });
  return results;
}

export { batched } from './batch/batched';
export { estimateRun } from './budget/estimate-run';
export { estimateTokens } from './budget/estimate-tokens';
export { openLedger } from './budget/ledger';
export { knownPrices, pricesAsOf } from './budget/price-data';
export { priceList } from './budget/prices';
export { callError, failureOf } from './errors/call-failure';
export { redactSecrets } from './errors/redact';
export { embed } from './generate/embed';
export { generateChoice } from './generate/generate-choice';
export { generateObject } from './generate/generate-object';
export { generateText } from './generate/generate-text';
export { answerCache } from './middleware/answer-cache';
export { budget } from './middleware/budget';
export { callLog } from './middleware/call-log';
export { cassette, cassetteDigest } from './middleware/cassette';
export { concurrency } from './middleware/concurrency';
export { guardModels } from './middleware/guard-models';
export { withMiddleware, wrapModel } from './middleware/middleware';
export { rateLimit } from './middleware/rate-limit';
export { retry } from './middleware/retry';
export { timeout } from './middleware/timeout';
export { requestKey } from './model/request-key';
export { addUsage, noUsage } from './model/usage';
export { fence, fencePolicy } from './prompt/fence';
export { defaultModels } from './providers/default-models';
export { offlineEmbeddingModel } from './providers/offline/offline-embedding-model';
export { offlineModel } from './providers/offline/offline-model';
export { memoryStore } from './store/memory-store';

export type { BatchClient, BatchItem, BatchState } from './batch/batch-client';
export type { BatchedOptions } from './batch/batched';
export type { PlannedCalls, Range, RunEstimate } from './budget/estimate-run';
export type { Ledger, LedgerOptions } from './budget/ledger';
export type { Caps, LedgerLine, LedgerReport, LedgerSums, Usd } from './budget/ledger-report';
export type { Price } from './budget/price-data';
export type { Priced, PriceList } from './budget/prices';
export type { RequestTokens } from './budget/request-tokens';
export type { Ask, Reservation } from './budget/reservations';
export type { CallFailure } from './errors/call-failure';
export type { LlmErrorCode } from './errors/codes';
export type { Embedded, EmbedOptions } from './generate/embed';
export type { GenerateChoiceOptions, GeneratedChoice } from './generate/generate-choice';
export type { GeneratedObject, GenerateObjectOptions } from './generate/generate-object';
export type { GeneratedText } from './generate/generate-text';
export type { PromptOptions } from './generate/prompt';
export type { SchemaIssue, StandardSchema } from './generate/standard-schema';
export type { KeyOption } from './keys/api-key';
export type { AnswerCache, AnswerCacheOptions } from './middleware/answer-cache';
export type { CacheStats } from './middleware/cache-store';
export type { CallEvent, CallLogOptions } from './middleware/call-log';
export type { CassetteOptions } from './middleware/cassette';
export type { ConcurrencyOptions } from './middleware/concurrency';
export type { GuardOptions } from './middleware/guard-models';
export type { Around, Call, Middleware } from './middleware/middleware';
export type { RateLimitOptions } from './middleware/rate-limit';
export type { RetryOptions } from './middleware/retry';
export type { TimeoutOptions } from './middleware/timeout';
export type { AnyModel } from './model/any-model';
export type {
  EmbeddingAnswer,
  EmbeddingLimits,
  EmbeddingModel,
  EmbeddingRequest,
  EmbeddingUse,
} from './model/embedding-model';
export type { CallContext, Model, ModelAnswer, ModelRequest } from './model/model';
export type {
  FinishReason,
  Message,
  OutputShape,
  Task,
  TextAnswer,
  TextLimits,
  TextModel,
  TextRequest,
} from './model/text-model';
export type { Usage } from './model/usage';
export type { FenceOptions } from './prompt/fence';
export type { Grammar, Template } from './providers/offline/expand-template';
export type { OfflineEmbeddingModelOptions } from './providers/offline/offline-embedding-model';
export type { OfflineAnswer, OfflineInput, OfflineModelOptions } from './providers/offline/offline-model';

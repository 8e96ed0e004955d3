/** The codes of errors that `@synth/llm` raises. */
export type LlmErrorCode =
  /** No key for the provider: neither an option nor an environment variable holds one. */
  | 'API_KEY_MISSING'
  /** The provider's client library is not installed. */
  | 'SDK_MISSING'
  /** The provider does not accept the key (401, 403). */
  | 'KEY_REFUSED'
  /** The provider does not accept the request as it stands (any other 4xx). */
  | 'REQUEST_REFUSED'
  /** The provider asks for fewer requests (429). */
  | 'RATE_LIMITED'
  /** The account has no credit left (429 of another kind: waiting does not help). */
  | 'QUOTA_EXHAUSTED'
  /** The provider failed (5xx). */
  | 'PROVIDER_FAILED'
  /** No answer came: refused or broken connection. */
  | 'NETWORK_FAILED'
  /** An attempt, or a call with all its attempts, took longer than it may. */
  | 'CALL_TIMEOUT'
  /** The caller aborted. */
  | 'CALL_ABORTED'
  /** An answer came that is not in the provider's own form: cut JSON, fields missing. */
  | 'ANSWER_MALFORMED'
  /** The provider declined to answer this prompt. */
  | 'PROMPT_BLOCKED'
  /** The answer reached `maxOutputTokens` before its object was complete. */
  | 'ANSWER_TRUNCATED'
  /** The answer does not fit the schema, and neither did the repaired one. */
  | 'OBJECT_INVALID'
  /** A vector is missing, has the wrong dimension, or holds a number that is not finite. */
  | 'EMBEDDING_INVALID'
  /** A schema cannot be given to a model: it has no JSON Schema, or one beyond what the step supports. */
  | 'SCHEMA_UNSUPPORTED'
  /** The call could pass a cap of the budget. Nothing was sent. */
  | 'BUDGET_EXCEEDED'
  /** A cap in USD was set on a model whose price is not known. */
  | 'PRICE_UNKNOWN'
  /** The stored ledger is not one of this package, or belongs to another run. */
  | 'LEDGER_INVALID'
  /** A cassette in replay-only mode holds no answer to this request. */
  | 'CASSETTE_MISS'
  /** A model has no batch API, or its batch failed, expired or was cancelled. */
  | 'BATCH_FAILED'
  /** An offline grammar or template names a symbol or fact that does not exist. */
  | 'TEMPLATE_INVALID';

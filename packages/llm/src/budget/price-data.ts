/** What a model costs, and who says so. */
export interface Price {
  /** The provider's name as models carry it. */
  readonly provider: string;
  /** The model's name; a dated version of it (`-2026-09-22`) has the same price. */
  readonly model: string;
  /** USD per million tokens of the prompt. */
  readonly input: number;
  /** USD per million tokens of the prompt that the provider had cached. Default `input`. */
  readonly cachedInput?: number;
  /** USD per million tokens of the prompt that it wrote to its cache. Default `input`. */
  readonly cacheWrite?: number;
  /** USD per million tokens of the answer. Default 0: embeddings have none. */
  readonly output?: number;
  /** Above `over` tokens of prompt the whole request costs these multiples. */
  readonly longContext?: { readonly over: number; readonly input: number; readonly output: number };
  /** The day on which the figures were read, ISO. */
  readonly asOf: string;
  /** Where they were read. */
  readonly source: string;
  /** The day on which the provider withdraws the model, and what it names instead. */
  readonly withdrawn?: { readonly on: string; readonly replacement?: string };
}

/** The newest day on which a figure below was read. */
export const pricesAsOf = '2026-11-10';

/**
 * Prices as found, one source a line. They move several times a year: hand in your own where it matters
 * (`openLedger({ prices })`), they win over these.
 */
export const knownPrices: readonly Price[] = [
  {
    provider: 'openai',
    model: 'gpt-6-luna',
    input: 0.1,
    cachedInput: 0.01,
    cacheWrite: 0.125,
    output: 0.5,
    longContext: { over: 272_000, input: 2, output: 1.5 },
    asOf: '2026-11-10',
    source: 'developers.openai.com, model page gpt-6-luna',
  },
  {
    provider: 'openai',
    model: 'gpt-5.6-luna',
    input: 0.2,
    cachedInput: 0.02,
    output: 1.2,
    asOf: '2026-11-10',
    source: 'developers.openai.com, model page gpt-5.6-luna',
  },
  {
    provider: 'openai',
    model: 'gpt-5.4-nano',
    input: 0.2,
    cachedInput: 0.02,
    output: 1.25,
    asOf: '2026-05-04',
    source: 'api-evangelist/openai plans',
  },
  {
    provider: 'openai',
    model: 'gpt-4o-mini',
    input: 0.15,
    cachedInput: 0.075,
    output: 0.6,
    asOf: '2026-10-31',
    source:
      "simonw/llm-prices data/openai.json; date of withdrawal: posts quoting OpenAI's deprecations page",
    withdrawn: { on: '2027-01-14', replacement: 'gpt-6-luna' },
  },
  {
    provider: 'openai',
    model: 'text-embedding-3-small',
    input: 0.02,
    asOf: '2026-11-10',
    source: "docs.praison.ai, zilliz.com (OpenAI's own price page was not found)",
  },
  {
    provider: 'gemini',
    model: 'gemini-2.5-flash-lite',
    input: 0.1,
    cachedInput: 0.01,
    output: 0.4,
    asOf: '2026-11-10',
    source: "simonw/llm-prices data/google.json; output also api-evangelist/deepmind from Google's page",
  },
  {
    provider: 'gemini',
    model: 'gemini-3.1-flash-lite',
    input: 0.25,
    cachedInput: 0.025,
    output: 1.5,
    asOf: '2026-11-10',
    source: 'simonw/llm-prices data/google.json; withdrawal: ai.google.dev deprecations',
    withdrawn: { on: '2027-05-07' },
  },
  {
    provider: 'gemini',
    model: 'gemini-3.5-flash-lite',
    input: 0.3,
    cachedInput: 0.03,
    output: 2.5,
    asOf: '2026-10-07',
    source: "Google's price page as kept by api-evangelist/deepmind; simonw/llm-prices data/google.json",
  },
  {
    provider: 'gemini',
    model: 'gemini-embedding-001',
    input: 0.15,
    asOf: '2026-11-10',
    source: 'vercel.com, model page gemini-embedding-001',
  },
  {
    provider: 'gemini',
    model: 'gemini-embedding-2',
    input: 0.2,
    asOf: '2026-10-07',
    source: "Google's price page as kept by api-evangelist/deepmind (text input)",
  },
];

/** The tokens of a call, as the provider counts and bills them. */
export interface Usage {
  /** All tokens of the prompt, cached ones included. */
  readonly inputTokens: number;
  /** Those of `inputTokens` that the provider had in its own prompt cache, at a lower price. */
  readonly cachedInputTokens: number;
  /** Those of `inputTokens` that it wrote to that cache, at a higher price. */
  readonly cacheWriteTokens: number;
  /** All tokens of the answer, those of its reasoning included. */
  readonly outputTokens: number;
  /** Those of `outputTokens` that are reasoning and not shown. */
  readonly reasoningTokens: number;
  /** Whether the provider gave no count and these are estimates of this package. */
  readonly estimated: boolean;
}

/** Nothing used. */
export const noUsage: Usage = {
  inputTokens: 0,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
  estimated: false,
};

/** The sum of two usages: estimated when either is. */
export function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    cachedInputTokens: a.cachedInputTokens + b.cachedInputTokens,
    cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    reasoningTokens: a.reasoningTokens + b.reasoningTokens,
    estimated: a.estimated || b.estimated,
  };
}

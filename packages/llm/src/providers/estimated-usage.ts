import { estimateTokens } from '../budget/estimate-tokens';
import { likelyTokens } from '../budget/request-tokens';
import type { ModelRequest } from '../model/model';
import { noUsage } from '../model/usage';
import type { Usage } from '../model/usage';

/** A usage where nobody counted, marked as such. */
export function estimatedUsage(request: ModelRequest, text = ''): Usage {
  return {
    ...noUsage,
    inputTokens: likelyTokens(request).input,
    outputTokens: estimateTokens(text),
    estimated: true,
  };
}

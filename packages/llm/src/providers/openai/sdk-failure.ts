import type { SdkFailure } from '../sdk-failure';
import { retryAfterMs } from '../sdk-failure';
import { fieldsOf, isUnreachable } from '../unreachable';

/** What an error of the `openai` package says, read by shape: its classes may be another copy's. */
export function openAiFailure(error: unknown, now: number): SdkFailure {
  const at = fieldsOf(error);
  const header = (name: string): string | null => {
    const { headers } = at;
    return headers instanceof Headers ? headers.get(name) : null;
  };
  const ms = Number(header('retry-after-ms') ?? Number.NaN);
  const wait = Number.isFinite(ms) ? ms : retryAfterMs(header('retry-after'), now);
  const wish = header('x-should-retry');
  return {
    message: error instanceof Error ? error.message : String(error),
    ...(typeof at['status'] === 'number' ? { status: at['status'] } : {}),
    ...(typeof at['code'] === 'string' ? { reason: at['code'] } : {}),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...(wish === 'true' || wish === 'false' ? { shouldRetry: wish === 'true' } : {}),
    unreachable: isUnreachable(error),
    unreadable: error instanceof SyntaxError || at['name'] === 'SyntaxError',
  };
}

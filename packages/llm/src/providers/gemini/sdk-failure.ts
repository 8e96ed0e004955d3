import { z } from 'zod';
import type { SdkFailure } from '../sdk-failure';
import { fieldsOf, isUnreachable } from '../unreachable';

const bodySchema = z.object({
  error: z.object({
    message: z.string(),
    status: z.string().optional(),
    details: z.array(z.record(z.string(), z.unknown())).optional(),
  }),
});

/**
 * What an error of the `@google/genai` package says. Its `ApiError` has the status and, as its message, the JSON of the
 * answer; headers are lost, but the wait that the service asks for stands in the JSON too (`RetryInfo`).
 */
export function geminiFailure(error: unknown): SdkFailure {
  const at = fieldsOf(error);
  const text = error instanceof Error ? error.message : String(error);
  const body = bodySchema.safeParse(jsonOf(text)).data?.error;
  const details = body?.details ?? [];
  const wait = details.map((detail) => secondsOf(detail['retryDelay'])).find((ms) => ms !== undefined);
  const reasons = [body?.status, ...details.map((detail) => detail['reason'])].filter(
    (one) => typeof one === 'string',
  );
  // A limit a day does not pass while a run waits.
  const daily = JSON.stringify(details).includes('PerDay');
  const badKey = reasons.includes('API_KEY_INVALID');
  return {
    message: body?.message ?? text,
    ...(typeof at['status'] === 'number' ? { status: badKey ? 401 : at['status'] } : {}),
    ...(daily ? { reason: 'insufficient_quota' } : reasons.length === 0 ? {} : { reason: reasons.join(' ') }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    unreachable: isUnreachable(error),
    unreadable: error instanceof SyntaxError || at['name'] === 'SyntaxError',
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The milliseconds of a duration as Google writes it: `34s`, `1.5s`. */
function secondsOf(value: unknown): number | undefined {
  const match = typeof value === 'string' ? /^(\d+(?:\.\d+)?)s$/.exec(value) : null;
  return match === null ? undefined : Number(match[1]) * 1000;
}

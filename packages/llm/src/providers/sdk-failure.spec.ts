import { retryAfterMs, sdkError } from './sdk-failure';
import type { SdkFailure } from './sdk-failure';
import { geminiFailure } from './gemini/sdk-failure';
import { openAiFailure } from './openai/sdk-failure';

const failure = (changes: Partial<SdkFailure>): SdkFailure => ({
  message: 'said',
  unreachable: false,
  unreadable: false,
  ...changes,
});
const errorOf = (changes: Partial<SdkFailure>) => sdkError('p/m', failure(changes), undefined, []);

describe('sdkError', () => {
  it('knows what may help, and what it may have cost', () => {
    for (const [changes, code, retryable, outcome] of [
      [{ status: 400 }, 'REQUEST_REFUSED', false, 'refused'],
      [{ status: 401 }, 'KEY_REFUSED', false, 'refused'],
      [{ status: 408 }, 'PROVIDER_FAILED', true, 'unknown'],
      [{ status: 409 }, 'REQUEST_REFUSED', true, 'refused'],
      [{ status: 429 }, 'RATE_LIMITED', true, 'refused'],
      [{ status: 429, reason: 'insufficient_quota' }, 'QUOTA_EXHAUSTED', false, 'refused'],
      [{ status: 429, shouldRetry: false }, 'RATE_LIMITED', false, 'refused'],
      [{ status: 500 }, 'PROVIDER_FAILED', true, 'refused'],
      [{ status: 502 }, 'PROVIDER_FAILED', true, 'unknown'],
      [{ status: 504 }, 'PROVIDER_FAILED', true, 'unknown'],
      [{ unreachable: true }, 'NETWORK_FAILED', true, 'not-sent'],
      [{}, 'NETWORK_FAILED', true, 'unknown'],
      [{ unreadable: true }, 'ANSWER_MALFORMED', true, 'unknown'],
    ] as const) {
      expect(errorOf(changes)).toMatchObject({ code, value: { retryable, outcome } });
    }
  });

  it('tells an abort of the caller from any failure', () => {
    expect(sdkError('p/m', failure({ status: 500 }), AbortSignal.abort(), [])).toMatchObject({
      code: 'CALL_ABORTED',
      value: { outcome: 'unknown' },
    });
  });
});

describe('retryAfterMs', () => {
  it('reads seconds and dates', () => {
    const now = Date.parse('2026-11-10T00:00:00Z');
    expect(retryAfterMs('1.5', now)).toBe(1500);
    expect(retryAfterMs('Tue, 10 Nov 2026 00:00:09 GMT', now)).toBe(9000);
    expect(retryAfterMs('Mon, 09 Nov 2026 00:00:00 GMT', now)).toBe(0);
    for (const nothing of [null, '', 'soon', '-3']) expect(retryAfterMs(nothing, now)).toBeUndefined();
  });
});

describe('openAiFailure', () => {
  it('reads status, code and headers by shape', () => {
    const headers = new Headers({ 'retry-after': '9', 'retry-after-ms': '250', 'x-should-retry': 'false' });
    const error = Object.assign(new Error('busy'), { status: 429, code: 'insufficient_quota', headers });
    expect(openAiFailure(error, 0)).toMatchObject({
      status: 429,
      reason: 'insufficient_quota',
      retryAfterMs: 250,
      shouldRetry: false,
    });
  });
});

describe('geminiFailure', () => {
  const apiError = (status: number, details: readonly object[]) =>
    Object.assign(
      new Error(JSON.stringify({ error: { code: status, message: 'said', status: 'X', details } })),
      { status },
    );

  it('reads the wait, the key and the daily limit out of the message', () => {
    expect(geminiFailure(apiError(429, [{ retryDelay: '34.5s' }]))).toMatchObject({
      message: 'said',
      status: 429,
      retryAfterMs: 34_500,
    });
    expect(geminiFailure(apiError(400, [{ reason: 'API_KEY_INVALID' }]))).toMatchObject({ status: 401 });
    const daily = apiError(429, [{ violations: [{ quotaId: 'GenerateRequestsPerDayPerProject' }] }]);
    expect(geminiFailure(daily).reason).toBe('insufficient_quota');
  });
});

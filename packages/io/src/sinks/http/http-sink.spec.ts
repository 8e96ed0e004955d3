import type { Row } from '@synth/core';
import { conformanceBatch, sinkConformance } from '../../testing';
import type { Fetch } from './http-sink';
import { httpSink } from './http-sink';
import { retryDelay } from './retry-delay';

type Request = Parameters<Fetch>[1] & { url: string };

/** Answers with these statuses in turn, then 200; a text is a network error. */
function fake(answers: readonly (number | string)[] = [], headers: Record<string, string> = {}) {
  const requests: Request[] = [];
  const slept: number[] = [];
  const fetch: Fetch = async (url, request) => {
    const answer = answers[requests.length] ?? 200;
    requests.push({ url, ...request });
    if (typeof answer === 'string') throw new TypeError(answer);
    return {
      ok: answer < 400,
      status: answer,
      headers: { get: (name) => headers[name] ?? null },
      text: async () => `body of ${answer}`,
    };
  };
  const clock = { now: () => 1704067200000, sleep: async (ms: number) => void slept.push(ms) };
  return { requests, slept, fetch, clock };
}

describe('httpSink', () => {
  for (const body of ['json', 'ndjson'] as const) {
    describe(body, () => {
      for (const { name, run } of sinkConformance({
        idempotent: false,
        async make() {
          const { requests, fetch } = fake();
          const parse = (text: string): Row[] =>
            body === 'json'
              ? (JSON.parse(text) as Row[])
              : text
                  .trimEnd()
                  .split('\n')
                  .map((line) => JSON.parse(line) as Row);
          const rows = async () => requests.flatMap((request) => parse(request.body));
          return { sink: httpSink({ url: 'http://h/rows', body, fetch }), rows };
        },
      })) {
        it(name, run);
      }
    });
  }

  it('says what a request is, the same at each try', async () => {
    const { requests, fetch, clock } = fake([503]);
    const sink = httpSink({
      url: (table) => `http://h/${table}`,
      method: 'PUT',
      headers: { authorization: 'Bearer x' },
      encode: (rows, table) => `${table}:${rows.length}`,
      batchRows: 2,
      fetch,
      clock,
    });
    await sink.write(conformanceBatch(0, 3), { idPrefix: 'p', firstRow: 10 });
    const headers = (key: string) => ({
      'content-type': 'application/json',
      authorization: 'Bearer x',
      'idempotency-key': key,
    });
    const first = {
      url: 'http://h/synth_conformance',
      method: 'PUT',
      headers: headers('p/10-11'),
      body: 'synth_conformance:2',
    };
    expect(requests).toEqual([
      first,
      first,
      { ...first, headers: headers('p/12-12'), body: 'synth_conformance:1' },
    ]);
  });

  it('tries again what may pass, with growing waits', async () => {
    const { requests, slept, fetch, clock } = fake([500, 'fetch failed', 429]);
    await httpSink({ url: 'http://h', fetch, clock }).write(conformanceBatch(0, 1));
    expect(requests.length).toBe(4);
    expect(slept).toEqual([500, 1000, 2000]);
  });

  it('gives up at last, and at once where trying does not help', async () => {
    const { fetch, clock, slept } = fake([502, 502, 502]);
    await expect(
      httpSink({ url: 'http://h', attempts: 3, fetch, clock }).write(conformanceBatch(0, 1)),
    ).rejects.toMatchObject({
      code: 'SINK_FAILED',
      value: 502,
      message: 'http: POST http://h: 502 body of 502 (3 tries)',
    });
    expect(slept).toEqual([500, 1000]);
    const bad = fake([400]);
    await expect(httpSink({ url: 'http://h', ...bad }).write(conformanceBatch(0, 1))).rejects.toThrow(
      /400 body of 400$/,
    );
    expect(bad.requests.length).toBe(1);
  });

  it('stops when the signal is aborted during a wait', async () => {
    const { fetch } = fake([500]);
    const controller = new AbortController();
    const clock = {
      now: () => 0,
      sleep: async (_ms: number, signal?: AbortSignal) => {
        controller.abort(new Error('stop'));
        signal?.throwIfAborted();
      },
    };
    const sink = httpSink({ url: 'http://h', fetch, clock });
    await expect(sink.write(conformanceBatch(0, 1), { signal: controller.signal })).rejects.toThrow('stop');
  });
});

describe('retryDelay', () => {
  it('waits as the server asks, at most 30 s', () => {
    expect(retryDelay(1, '3', 0)).toBe(3000);
    expect(retryDelay(1, '3600', 0)).toBe(30_000);
    expect(retryDelay(1, 'Mon, 01 Jan 2024 00:00:05 GMT', Date.UTC(2024, 0, 1))).toBe(5000);
    expect(retryDelay(1, 'Mon, 01 Jan 2024 00:00:05 GMT', Date.UTC(2025, 0, 1))).toBe(0);
    expect(retryDelay(3, 'soon', 0)).toBe(2000);
    expect(retryDelay(40, null, 0)).toBe(30_000);
  });
});

import type { Clock } from '@synth/core';
import { callError } from '../errors/call-failure';
import { generateText } from '../generate/generate-text';
import { scriptedModel, virtualClock } from '../testing';
import type { ScriptedAnswer } from '../testing';
import { retry } from './retry';
import type { RetryOptions } from './retry';

const busy = (retryAfterMs?: number): Error =>
  callError('RATE_LIMITED', 'busy', {
    status: 429,
    retryable: true,
    outcome: 'refused',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
const refused = callError('REQUEST_REFUSED', 'bad', { status: 400, retryable: false, outcome: 'refused' });

async function run(script: readonly ScriptedAnswer[], options: RetryOptions = {}, prompt = 'x') {
  const clock = virtualClock();
  const start = clock.now();
  const scripted = scriptedModel(script);
  const result = await generateText({ model: retry({ clock, ...options })(scripted), prompt }).catch(
    (e: unknown) => e,
  );
  // The deadline is a sleep too: the longest.
  const waits = clock.sleeps.filter((ms) => ms < 300_000);
  return { result, requests: scripted.calls.length, waits, took: clock.now() - start };
}

describe('retry', () => {
  it('tries three times, after 1 and 2 s less jitter', async () => {
    const { result, requests, waits } = await run([busy(), busy(), 'ok']);
    expect(result).toMatchObject({ text: 'ok' });
    expect(requests).toBe(3);
    expect(waits).toHaveLength(2);
    expect(waits[0]).toBeGreaterThanOrEqual(500);
    expect(waits[0]).toBeLessThan(1000);
    expect(waits[1]).toBeGreaterThanOrEqual(1000);
    expect(waits[1]).toBeLessThan(2000);
  });

  it('goes on to 4 s and 8 s where more attempts are allowed, up to the longest wait', async () => {
    const { waits } = await run([busy()], { attempts: 6, maxMs: 5000 });
    expect(waits.map((ms) => Math.ceil(ms / 500) * 500)).toHaveLength(5);
    [1000, 2000, 4000, 5000, 5000].forEach((full, i) => {
      expect(waits[i]).toBeGreaterThanOrEqual(full / 2);
      expect(waits[i]).toBeLessThan(full);
    });
  });

  it('waits the same for the same request and seed, otherwise not', async () => {
    const script = [busy(), busy(), 'ok'];
    const first = await run(script);
    expect((await run(script)).waits).toEqual(first.waits);
    expect((await run(script, { seed: 'other' })).waits).not.toEqual(first.waits);
    expect((await run(script, {}, 'y')).waits).not.toEqual(first.waits);
  });

  it('waits for Retry-After instead, and no longer than its cap', async () => {
    expect((await run([busy(7000), 'ok'])).waits).toEqual([7000]);
    expect((await run([busy(120_000), 'ok'])).waits).toEqual([30_000]);
  });

  it('gives up after the last attempt with the error and the count', async () => {
    const { result, requests } = await run([busy()]);
    expect(requests).toBe(3);
    expect(result).toMatchObject({
      code: 'RATE_LIMITED',
      message: 'busy (after 3 attempts)',
      value: { status: 429, attempts: 3 },
    });
  });

  it('tries only what is worth it', async () => {
    expect((await run([refused, 'ok'])).requests).toBe(1);
    expect((await run([new Error('unknown make'), 'ok'])).requests).toBe(1);
    const blocked = await run([{ finish: 'blocked' }, 'ok']);
    expect(blocked.requests).toBe(1);
  });

  it('does not begin a wait that would pass the deadline', async () => {
    const { result, requests, took } = await run([busy(20_000), 'ok'], { deadlineMs: 10_000 });
    expect(result).toMatchObject({ code: 'RATE_LIMITED' });
    expect([requests, took]).toEqual([1, 0]);
  });

  it('ends a call that hangs at the deadline', async () => {
    const hang = (): Promise<never> => new Promise(() => undefined);
    const { result, took } = await run([hang], { deadlineMs: 10_000 });
    expect(result).toMatchObject({ code: 'CALL_TIMEOUT' });
    expect(took).toBe(10_000);
  });

  it('stops at once when the caller aborts during a wait', async () => {
    const endless: Clock = {
      now: () => 0,
      sleep: (_, signal) =>
        new Promise((__, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
    };
    const controller = new AbortController();
    const scripted = scriptedModel([busy(), 'ok']);
    const model = retry({ clock: endless })(scripted);
    const call = generateText({ model, prompt: 'x', signal: controller.signal });
    setImmediate(() => controller.abort());
    await expect(call).rejects.toMatchObject({ code: 'CALL_ABORTED' });
    expect(scripted.calls).toHaveLength(1);
  });

  it('refuses impossible options', () => {
    expect(() => retry({ attempts: 0 })).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', field: 'attempts' }),
    );
  });
});

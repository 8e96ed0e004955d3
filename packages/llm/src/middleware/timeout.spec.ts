import { generateText } from '../generate/generate-text';
import { scriptedModel, virtualClock } from '../testing';
import { timeout } from './timeout';

describe('timeout', () => {
  it('aborts what it gives up, and says that the outcome is not known', async () => {
    const clock = virtualClock(0);
    let seen: AbortSignal | undefined;
    const hanging = scriptedModel((_, { signal }) => {
      seen = signal;
      return new Promise(() => undefined);
    });
    const model = timeout({ ms: 2500, clock })(hanging);
    await expect(generateText({ model, prompt: 'x' })).rejects.toMatchObject({
      code: 'CALL_TIMEOUT',
      value: { retryable: true, outcome: 'unknown' },
    });
    expect(clock.now()).toBe(2500);
    expect(seen?.aborted).toBe(true);
  });

  it('passes on the caller abort at once, also to a client that does not notice', async () => {
    const controller = new AbortController();
    const hanging = scriptedModel(() => new Promise(() => undefined));
    const call = generateText({ model: timeout()(hanging), prompt: 'x', signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'CALL_ABORTED', value: { outcome: 'unknown' } });
  });

  it('sends nothing for a caller that has aborted before', async () => {
    const scripted = scriptedModel('x');
    const call = generateText({ model: timeout()(scripted), prompt: 'x', signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: 'CALL_ABORTED', value: { outcome: 'not-sent' } });
    expect(scripted.calls).toHaveLength(0);
  });

  it('leaves no timer and no listener behind', async () => {
    const clock = virtualClock(0);
    const controller = new AbortController();
    const model = timeout({ clock })(scriptedModel('ok'));
    for (let i = 0; i < 50; i++) await generateText({ model, prompt: 'x', signal: controller.signal });
    await new Promise((resolve) => setImmediate(resolve));
    expect(clock.now()).toBe(0);
  });

  it('leaves none behind a model that throws before it sends', async () => {
    const clock = virtualClock(0);
    const throwing = {
      ...scriptedModel('x'),
      doCall: () => {
        throw new Error('not today');
      },
    };
    await expect(generateText({ model: timeout({ clock })(throwing), prompt: 'x' })).rejects.toThrow(
      'not today',
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect(clock.now()).toBe(0);
  });
});

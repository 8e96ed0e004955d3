import { callError } from '../errors/call-failure';
import { generateText } from '../generate/generate-text';
import { scriptedModel, virtualClock } from '../testing';
import type { CallEvent } from './call-log';
import { callLog } from './call-log';

describe('callLog', () => {
  it('tells start, end and failure, without a text', async () => {
    const events: CallEvent[] = [];
    const clock = virtualClock(0);
    const scripted = scriptedModel([
      async () => {
        await clock.sleep(40);
        return 'secret answer';
      },
      callError('RATE_LIMITED', 'busy, key sk-abcdefgh12345678', { retryable: true, outcome: 'refused' }),
    ]);
    const model = callLog({ log: (event) => events.push(event), clock })(scripted);
    await generateText({ model, prompt: 'secret prompt', purpose: 'reviews' });
    await generateText({ model, prompt: 'other' }).catch(() => undefined);
    expect(events).toMatchObject([
      { type: 'call-start', call: 1, model: 'scripted/script', purpose: 'reviews' },
      { type: 'call-end', call: 1, ms: 40, offline: false, usage: { outputTokens: expect.any(Number) } },
      { type: 'call-start', call: 2, purpose: 'general' },
      { type: 'call-fail', call: 2, code: 'RATE_LIMITED', message: 'busy, key [redacted]' },
    ]);
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  it('tells texts where it is told to, with what looks like a key masked', async () => {
    const events: CallEvent[] = [];
    const model = callLog({ log: (event) => events.push(event), texts: true })(scriptedModel('fine'));
    await generateText({ model, prompt: 'my key is AIzaSyA1234567890abcdef' });
    expect(events).toMatchObject([{ prompt: 'user: my key is [redacted]' }, { answer: 'fine' }]);
  });
});

import { openLedger } from '../budget/ledger';
import { callError } from '../errors/call-failure';
import { generateText } from '../generate/generate-text';
import { memoryStore } from '../store/memory-store';
import { scriptedModel, virtualClock } from '../testing';
import { answerCache } from './answer-cache';
import type { CallEvent } from './call-log';
import { guardModels } from './guard-models';

const down = callError('PROVIDER_FAILED', 'down', { status: 500, retryable: true, outcome: 'refused' });

describe('guardModels', () => {
  it('books every attempt, logs the call once, and takes known answers from the cache for nothing', async () => {
    const clock = virtualClock();
    const ledger = await openLedger();
    const events: CallEvent[] = [];
    const cache = answerCache({ store: memoryStore(), clock });
    const guard = guardModels({ ledger, cache, clock, log: (event) => events.push(event) });
    const model = guard(scriptedModel([down, down, 'ok']));
    await generateText({ model, prompt: 'x' });
    await generateText({ model, prompt: 'x' });
    expect(ledger.report().total).toMatchObject({ calls: 3, refused: 2, answered: 1 });
    expect(events.map(({ type }) => type)).toEqual(['call-start', 'call-end', 'call-start', 'call-end']);
    expect(events[3]).toMatchObject({ served: 'cache' });
  });

  it('books what timed out, and the attempt after it', async () => {
    const clock = virtualClock();
    const ledger = await openLedger();
    const scripted = scriptedModel([() => new Promise(() => undefined), 'ok']);
    const model = guardModels({ ledger, clock, timeoutMs: 5000 })(scripted);
    expect((await generateText({ model, prompt: 'x' })).text).toBe('ok');
    expect(ledger.report().total).toMatchObject({ calls: 2, unknownOutcome: 1, answered: 1 });
  });

  it('names the nearest option', () => {
    expect(() => guardModels({ attempt: 3 } as never)).toThrow(
      'unknown option attempt: did you mean attempts?',
    );
  });
});

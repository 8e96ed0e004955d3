import { openLedger } from '../budget/ledger';
import { callError } from '../errors/call-failure';
import { generateText } from '../generate/generate-text';
import { noUsage } from '../model/usage';
import { scriptedModel } from '../testing';
import type { ScriptedAnswer } from '../testing';
import { budget } from './budget';

async function booked(script: ScriptedAnswer) {
  const ledger = await openLedger();
  const model = budget(ledger)(scriptedModel(script));
  await generateText({ model, prompt: 'x', purpose: 'reviews' }).catch(() => undefined);
  return ledger.report().lines[0];
}

const failure = (outcome: 'not-sent' | 'refused' | 'answered' | 'unknown'): Error =>
  callError('PROVIDER_FAILED', 'x', {
    retryable: true,
    outcome,
    ...(outcome === 'answered' ? { usage: { ...noUsage, inputTokens: 7 } } : {}),
  });

describe('budget', () => {
  it('books each outcome as what it is', async () => {
    expect(await booked('ok')).toMatchObject({ purpose: 'reviews', calls: 1, answered: 1, usd: 'unknown' });
    expect(await booked(failure('not-sent'))).toMatchObject({ calls: 0 });
    expect(await booked(failure('refused'))).toMatchObject({ calls: 1, refused: 1, bookedTokens: 0 });
    expect(await booked(failure('answered'))).toMatchObject({ calls: 1, answered: 1, inputTokens: 7 });
    expect(await booked(failure('unknown'))).toMatchObject({ calls: 1, unknownOutcome: 1 });
    expect(await booked(new Error('of unknown make'))).toMatchObject({ calls: 1, unknownOutcome: 1 });
  });

  it('reserves a token a byte and the longest answer', async () => {
    const ledger = await openLedger({ caps: { tokens: 2000 } });
    const model = budget(ledger)(scriptedModel(failure('unknown')));
    await generateText({ model, prompt: 'ü'.repeat(100), maxOutputTokens: 500 }).catch(() => undefined);
    const tokens = ledger.report().total.bookedTokens;
    expect(tokens).toBeGreaterThanOrEqual(200 + 500);
    expect(tokens).toBeLessThanOrEqual(200 + 500 + 100);
  });
});

import { memoryStore } from '../store/memory-store';
import { noUsage } from '../model/usage';
import { openLedger } from './ledger';
import type { Caps } from './ledger-report';
import type { Price } from './price-data';
import type { Ask } from './reservations';

// One token in or out costs 1,000 nano-dollars.
const price: Price = { provider: 'p', model: 'm', input: 1, output: 1, asOf: '2026-11-10', source: 'a test' };
const model = { provider: 'p', model: 'm', name: 'p/m', offline: false };
const ask = (input: number, maxOutput: number, changes: Partial<Ask> = {}): Ask => ({
  model,
  purpose: 'tests',
  key: 'k',
  tokens: { input, maxOutput },
  ...changes,
});
const used = (inputTokens: number, outputTokens: number) => ({ ...noUsage, inputTokens, outputTokens });
const open = (caps: Caps, store = memoryStore()) => openLedger({ run: 'r', caps, prices: [price], store });

describe('openLedger', () => {
  it('books the true use of an answer, by purpose and model', async () => {
    const ledger = await open({});
    (await ledger.reserve(ask(100, 50))).settle(used(40, 10));
    (await ledger.reserve(ask(100, 50, { purpose: 'other' }))).refuse();
    (await ledger.reserve(ask(100, 50))).giveUp();
    (await ledger.reserve(ask(100, 50))).cancel();
    (await ledger.reserve(ask(100, 50))).settle({ ...used(1, 1), estimated: true });
    const { total, lines, open: under } = ledger.report();
    expect(total).toEqual({
      calls: 4,
      answered: 1,
      refused: 1,
      unmeasured: 1,
      unknownOutcome: 1,
      inputTokens: 40,
      cachedInputTokens: 0,
      outputTokens: 10,
      reasoningTokens: 0,
      bookedTokens: 300,
      usd: 0.00005,
      bookedUsd: 0.0003,
    });
    expect(lines.map(({ purpose, calls }) => [purpose, calls])).toEqual([
      ['other', 1],
      ['tests', 3],
    ]);
    expect(under).toBe(0);
  });

  it('refuses what could pass a cap, before anything is sent', async () => {
    for (const [caps, field] of [
      [{ usd: 0.000149 }, 'caps.usd'],
      [{ tokens: 149 }, 'caps.tokens'],
      [{ calls: 0 }, 'caps.calls'],
    ] as const) {
      const ledger = await open(caps);
      await expect(ledger.reserve(ask(100, 50))).rejects.toMatchObject({
        code: 'BUDGET_EXCEEDED',
        value: { outcome: 'not-sent', retryable: false, field },
      });
      expect(ledger.report().total.calls).toBe(0);
    }
    for (const caps of [{ usd: 0.00015 }, { tokens: 150 }, { calls: 1 }]) {
      await expect((await open(caps)).reserve(ask(100, 50))).resolves.toBeDefined();
    }
  });

  it('lets a call wait while only calls under way stand in its way, in order', async () => {
    const ledger = await open({ tokens: 200 });
    const first = await ledger.reserve(ask(100, 50));
    const entered: string[] = [];
    const second = ledger.reserve(ask(100, 50)).then((place) => (entered.push('second'), place));
    // It would fit, but not before the one that waits.
    const third = ledger.reserve(ask(1, 1)).then((place) => (entered.push('third'), place));
    await new Promise((resolve) => setImmediate(resolve));
    expect(entered).toEqual([]);
    first.settle(used(20, 10));
    await Promise.all([second, third]);
    expect(entered).toEqual(['second', 'third']);
  });

  it('refuses a waiting call when what was under way used too much', async () => {
    const ledger = await open({ tokens: 200 });
    const first = await ledger.reserve(ask(100, 50));
    const second = ledger.reserve(ask(100, 50));
    first.settle(used(90, 50));
    await expect(second).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
  });

  it('lets a waiting call abort', async () => {
    const ledger = await open({ tokens: 150 });
    const first = await ledger.reserve(ask(100, 50));
    const controller = new AbortController();
    const second = ledger.reserve(ask(100, 50), controller.signal);
    controller.abort();
    await expect(second).rejects.toMatchObject({ code: 'CALL_ABORTED' });
    first.settle(used(0, 0));
    await expect(ledger.reserve(ask(100, 50))).resolves.toBeDefined();
  });

  it('closes a place once', async () => {
    const ledger = await open({});
    const place = await ledger.reserve(ask(100, 50));
    place.settle(used(1, 1));
    place.giveUp();
    expect(ledger.report().total).toMatchObject({ answered: 1, unknownOutcome: 0 });
  });

  it('refuses a cap in USD for a model without a price; else its cost is unknown, never 0', async () => {
    const local = { ...model, model: 'local', name: 'p/local' };
    const capped = await open({ usd: 1 });
    expect(() => capped.admit(local)).toThrow(expect.objectContaining({ code: 'PRICE_UNKNOWN' }));
    await expect(capped.reserve(ask(1, 1, { model: local }))).rejects.toMatchObject({
      code: 'PRICE_UNKNOWN',
    });
    const ledger = await open({ tokens: 100 });
    (await ledger.reserve(ask(1, 1, { model: local }))).settle(used(1, 1));
    (await ledger.reserve(ask(1, 1))).settle(used(1, 1));
    const { total, lines } = ledger.report();
    expect([total.usd, total.bookedUsd]).toEqual(['unknown', 'unknown']);
    expect(lines.map(({ usd }) => usd)).toEqual(['unknown', 0.000002]);
  });

  it('refuses a cap in USD for a run that has spent nobody knows what', async () => {
    const store = memoryStore();
    const local = { ...model, model: 'local', name: 'p/local' };
    const ledger = await open({}, store);
    (await ledger.reserve(ask(1, 1, { model: local }))).settle(used(1, 1));
    await ledger.flush();
    await expect(open({ usd: 1 }, store)).rejects.toMatchObject({ code: 'PRICE_UNKNOWN', field: 'caps.usd' });
    await expect(open({ tokens: 100 }, store)).resolves.toBeDefined();
  });

  it('does not count offline models against the caps', async () => {
    const ledger = await open({ usd: 0, tokens: 0, calls: 0 });
    const offline = { ...model, provider: 'offline', offline: true };
    (await ledger.reserve(ask(100, 50, { model: offline }))).settle({ ...used(10, 10), estimated: true });
    expect(ledger.report().total).toMatchObject({ calls: 1, answered: 1, usd: 0 });
  });

  it('continues after a restart: what was open counts at its most', async () => {
    const store = memoryStore();
    const before = await open({ tokens: 400 }, store);
    (await before.reserve(ask(100, 50))).settle(used(40, 10));
    await before.reserve(ask(100, 50));
    await before.flush();
    const after = await open({ tokens: 400 }, store);
    expect(after.report().total).toMatchObject({
      calls: 2,
      answered: 1,
      unknownOutcome: 1,
      inputTokens: 40,
      bookedTokens: 150,
      bookedUsd: 0.00015,
    });
    // 200 of 400 are spent.
    await expect(after.reserve(ask(150, 51))).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    await expect(after.reserve(ask(150, 50))).resolves.toBeDefined();
  });

  it('keeps the place of a deferred call for the process that asks again', async () => {
    const store = memoryStore();
    const deferred = { ...model, deferred: true };
    const before = await open({ tokens: 150 }, store);
    await before.reserve(ask(100, 50, { model: deferred, key: 'same' }));
    const after = await open({ tokens: 150 }, store);
    expect(after.report()).toMatchObject({ open: 1, total: { calls: 1, unknownOutcome: 0 } });
    (await after.reserve(ask(100, 50, { model: deferred, key: 'same' }))).settle(used(5, 5));
    expect(after.report()).toMatchObject({ open: 0, total: { calls: 1, answered: 1 } });
  });

  it('refuses a stored ledger that is damaged or of another run', async () => {
    const store = memoryStore();
    await store.set('ledgers/r', new TextEncoder().encode('{"version":1'));
    await expect(open({}, store)).rejects.toMatchObject({ code: 'LEDGER_INVALID' });
    const other = memoryStore();
    await (await openLedger({ run: 'other', store: other })).flush();
    await store.set('ledgers/r', (await other.get('ledgers/other'))!);
    await expect(open({}, store)).rejects.toMatchObject({ code: 'LEDGER_INVALID' });
  });

  it('gives no place that its store does not know of', async () => {
    const store = { ...memoryStore(), set: () => Promise.reject(new Error('disk full')) };
    const works = memoryStore();
    let full = false;
    const ledger = await open(
      {},
      { ...works, set: (key, value) => (full ? store.set() : works.set(key, value)) },
    );
    full = true;
    await expect(ledger.reserve(ask(1, 1))).rejects.toThrow('disk full');
    expect(ledger.report()).toMatchObject({ open: 0, total: { calls: 0 } });
  });
});

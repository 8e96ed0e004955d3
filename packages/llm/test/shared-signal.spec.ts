import { generateText, guardModels, openLedger } from '../src';
import { scriptedModel } from '../src/testing';

it('a signal that hundreds of calls share has one listener, and still ends each of them', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const listen = jest.spyOn(signal, 'addEventListener');
  const guard = guardModels({ ledger: await openLedger({ caps: { tokens: 100_000 } }), concurrency: 64 });
  const model = guard(scriptedModel(() => new Promise(() => undefined)));
  const calls = Array.from({ length: 300 }, (_, i) => generateText({ model, prompt: `p${i}`, signal }));
  await new Promise((resolve) => setImmediate(resolve));
  // Some are under way, some wait for the budget, the others for a place.
  controller.abort();
  const codes = (await Promise.allSettled(calls)).map(
    (one) => (one as PromiseRejectedResult).reason.code as string,
  );
  expect(new Set(codes)).toEqual(new Set(['CALL_ABORTED']));
  expect(listen).toHaveBeenCalledTimes(1);
});

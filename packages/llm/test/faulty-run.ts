import { streams } from '@synth/core';
import type { Rng } from '@synth/core';
import { generateText, guardModels, openLedger } from '../src';
import type { LedgerReport, TextModel } from '../src';
import { costOf } from '../src/budget/prices';
import { noUsage } from '../src/model/usage';
import { geminiModel } from '../src/providers/gemini';
import { openAiModel } from '../src/providers/openai';
import { startModelServer } from '../src/testing';
import type { Fault, ModelServer, ServedOutcome, ServedRequest } from '../src/testing';
import { patientClock } from './patient-clock';
import { prices } from './prices';

// Outcomes that the client cannot know.
const lost: ReadonlySet<string> = new Set(['cut', 'malformed', 'hang-up', 'slow']);

const faultOf = (rng: Rng): Fault | undefined => {
  const faults: readonly Fault[] = [
    { kind: 'status', status: 429, retryAfter: 2 },
    { kind: 'status', status: 429 },
    { kind: 'status', status: 500 },
    { kind: 'status', status: 400 },
    { kind: 'cut' },
    { kind: 'malformed' },
    { kind: 'hang-up' },
    { kind: 'no-usage' },
    { kind: 'blocked' },
    { kind: 'truncated' },
    // Answered late; the call is aborted as soon as the server has it.
    { kind: 'slow', ms: 5 },
  ];
  return rng.nextF64() < 0.7 ? undefined : faults[Math.floor(rng.nextF64() * faults.length)];
};

/** What one run came to. */
export interface FaultyRun {
  readonly concurrency: number;
  readonly capNano: number;
  readonly report: LedgerReport;
  readonly served: readonly ServedOutcome[];
  /** What the server billed, for lost answers too. */
  readonly billedNano: number;
  readonly codes: ReadonlySet<string>;
}

/** A server for many runs: each sets what goes wrong, and what it does when a request has come. */
export async function faultyServer(): Promise<{
  server: ModelServer;
  on(fault: (request: ServedRequest) => Fault | undefined): void;
}> {
  let current: (request: ServedRequest) => Fault | undefined = () => undefined;
  const words = 'a fair kettle that boils fast and pours well but hums '.repeat(20);
  const server = await startModelServer({
    fault: (request) => current(request),
    answer: ({ prompt }) => words.slice(0, 40 + ((prompt.length * 37) % 900)),
  });
  return { server, on: (fault) => (current = fault) };
}

/** One run of many calls, at a concurrency of 1 to 64 and under a cap that some runs reach, all drawn from the seed. */
export async function faultyRun(
  { server, on }: Awaited<ReturnType<typeof faultyServer>>,
  seed: number,
): Promise<FaultyRun> {
  const rng = streams({ seed, dataset: 'llm-tests' }).stream('run').at(0);
  const concurrency = 1 + Math.floor(rng.nextF64() * 64);
  const calls = Math.ceil(concurrency * (0.5 + rng.nextF64()));
  const vendor = rng.nextF64() < 0.5 ? 'openai' : 'gemini';
  const cap = Number((0.000_15 * calls * (0.1 + 1.6 * rng.nextF64())).toFixed(9));
  const aborts = new Map<string, AbortController>();
  server.reset();
  on(({ prompt }) => {
    const fault = faultOf(rng);
    if (fault?.kind === 'slow') setImmediate(() => aborts.get(prompt)?.abort());
    return fault;
  });
  const ledger = await openLedger({ prices, caps: { usd: cap } });
  const clock = patientClock();
  const guard = guardModels({
    ledger,
    clock,
    concurrency,
    seed,
  });
  const model: TextModel = guard(
    vendor === 'openai'
      ? openAiModel({ model: 'm', apiKey: 'k', baseUrl: server.openAiUrl })
      : geminiModel({ model: 'm', apiKey: 'k', baseUrl: server.geminiUrl }),
  );
  const codes = new Set<string>();
  await Promise.all(
    Array.from({ length: calls }, async (_, i) => {
      const prompt = `Review ${i}: ${'kettle '.repeat(i % 30)}`;
      const controller = new AbortController();
      aborts.set(prompt, controller);
      const call = generateText({ model, prompt, maxOutputTokens: 200, signal: controller.signal });
      await call.catch((error: { code: string }) => codes.add(error.code));
    }),
  );
  const price = prices.find(({ provider }) => provider === vendor)!;
  const bill = ({ inputTokens, outputTokens }: ServedOutcome): number =>
    costOf(price, { ...noUsage, inputTokens, outputTokens });
  const served = [...server.served];
  return {
    concurrency,
    capNano: Math.round(cap * 1e9),
    report: ledger.report(),
    served,
    billedNano: served.reduce((sum, one) => sum + bill(one), 0),
    codes,
  };
}

/** The promises of a budget: never above the cap; the same count as the server's, to the token. */
export function expectKept({ capNano, report, served, billedNano }: FaultyRun): void {
  const { total, open } = report;
  const ok = served.filter(({ status }) => status === 200);
  const known = ok.filter(({ fault }) => !lost.has(fault?.kind ?? '') && fault?.kind !== 'no-usage');
  const sum = (of: (one: ServedOutcome) => number): number => known.reduce((at, one) => at + of(one), 0);
  expect({
    open,
    calls: total.calls,
    refused: total.refused,
    answered: total.answered,
    unmeasured: total.unmeasured,
    unknownOutcome: total.unknownOutcome,
    inputTokens: total.inputTokens,
    outputTokens: total.outputTokens,
  }).toEqual({
    open: 0,
    calls: served.length,
    refused: served.length - ok.length,
    answered: known.length,
    unmeasured: ok.filter(({ fault }) => fault?.kind === 'no-usage').length,
    unknownOutcome: ok.filter(({ fault }) => lost.has(fault?.kind ?? '')).length,
    inputTokens: sum((one) => one.inputTokens),
    outputTokens: sum((one) => one.outputTokens),
  });
  const spentNano = Math.round(((total.usd as number) + (total.bookedUsd as number)) * 1e9);
  expect(billedNano).toBeLessThanOrEqual(spentNano);
  expect(spentNano).toBeLessThanOrEqual(capNano);
}

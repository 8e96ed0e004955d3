import { readdir, readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { answerCache, batched, embed, generateText, guardModels, openLedger } from '../src';
import type { CallEvent } from '../src';
import { geminiEmbeddingModel, geminiModel } from '../src/providers/gemini';
import { openAiEmbeddingModel, openAiModel } from '../src/providers/openai';
import { startModelServer } from '../src/testing';
import type { Fault } from '../src/testing';
import { patientClock } from './patient-clock';
import { fileStore } from './file-store';

// Of no known form, so that only knowing the key can hide it.
const canary = 'canary.7f3d9e51b2c84a06';

it('a key is in no log, error, cache, cassette, batch record or manifest, whatever a server does with it', async () => {
  const faults: (Fault | undefined)[] = [];
  const server = await startModelServer({
    fault: () => faults.shift(),
    // A server that quotes the key in its answers, too.
    answer: () => `Your key is ${canary}.`,
    batchPolls: 1,
  });
  const folder = await mkdtemp(join(tmpdir(), 'synth-llm-canary-'));
  const store = fileStore(folder);
  const clock = patientClock();
  const seen: unknown[] = [];
  const ledger = await openLedger({ store });
  const cache = answerCache({ store, clock });
  const guard = guardModels({
    ledger,
    cache,
    cassette: { store },
    clock,
    log: (event: CallEvent) => seen.push(event),
  });
  process.env['OPENAI_API_KEY'] = canary;
  const withKeyInUrl = server.openAiUrl.replace('http://', `http://user:${canary}@`);
  const openai = openAiModel({ model: 'm', baseUrl: server.openAiUrl });
  const gemini = geminiModel({ model: 'm', apiKey: () => canary, baseUrl: server.geminiUrl });
  seen.push(openAiModel({ baseUrl: withKeyInUrl }).endpoint);
  for (const model of [openai, gemini]) {
    const bad: (Fault | undefined)[] = [
      undefined,
      { kind: 'echo-key', status: 401 },
      { kind: 'echo-key', status: 400 },
      { kind: 'echo-key', status: 404 },
      { kind: 'cut' },
      { kind: 'hang-up' },
    ];
    for (const [i, fault] of bad.entries()) {
      faults.push(fault);
      await generateText({ model: guard(model), prompt: `prompt ${i}` }).then(
        (answer) => seen.push(answer),
        (error: unknown) => seen.push(error),
      );
    }
    const deferred = batched(model, { store, clock });
    seen.push(
      await generateText({ model: guardModels({ ledger, cache, clock })(deferred), prompt: 'batch' }),
    );
    seen.push(model, ledger.report());
  }
  for (const model of [
    openAiEmbeddingModel({ baseUrl: server.openAiUrl }),
    geminiEmbeddingModel({ apiKey: canary, baseUrl: server.geminiUrl }),
  ]) {
    await embed({ model: guard(model), texts: ['a'], dimensions: 4 });
  }
  await cache.flush();
  await ledger.flush();
  expect(server.served.filter(({ key }) => key === canary).length).toBeGreaterThan(12);

  const told = inspect(seen, { depth: 12, showHidden: true }) + JSON.stringify(seen);
  const stacks = seen
    .map((one) => (one instanceof Error ? `${one.stack}${inspect(one.cause, { depth: 9 })}` : ''))
    .join('');
  const names = await readdir(folder);
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  expect(names.length).toBeGreaterThan(6);
  for (const text of [told, stacks, names.join(), ...files]) expect(text).not.toContain(canary);
  expect(told).toContain('[redacted]');
  delete process.env['OPENAI_API_KEY'];
  await server.close();
  await rm(folder, { recursive: true });
});

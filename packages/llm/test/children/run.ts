import { answerCache, generateText, guardModels, openLedger } from '../../src';
import { openAiModel } from '../../src/providers/openai';
import { prices } from '../prices';
import { fileStore } from '../file-store';

// A run that may be killed: <url of the server> <folder> <calls> <concurrency>. Prints its answers and its ledger.
const [baseUrl = '', folder = '', calls = '0', concurrency = '1'] = process.argv.slice(2);

const store = fileStore(folder);
const ledger = await openLedger({ run: 'killed', prices, caps: { usd: 1 }, store });
const cache = answerCache({ store });
const guard = guardModels({ ledger, cache, concurrency: Number(concurrency) });
const model = guard(openAiModel({ model: 'm', apiKey: 'k', baseUrl }));
const answers = await Promise.all(
  Array.from({ length: Number(calls) }, (_, i) =>
    generateText({ model, prompt: `Call ${i}.`, maxOutputTokens: 100 }).then(({ text }) => text),
  ),
);
await ledger.flush();
process.stdout.write(JSON.stringify({ answers, report: ledger.report() }));

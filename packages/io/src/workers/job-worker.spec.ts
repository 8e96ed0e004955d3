import { playsDataset } from '../../test/fixtures/plays-dataset';
import { jsonl } from '../formats/jsonl';
import { settleRun } from '../run/settled-run';
import { Claims } from './claims';
import { Inbox } from './inbox';
import { JobWorker } from './job-worker';
import type { FromWorker, WorkerInput } from './messages';

it('does not write into a page again before it hears that it is written', async () => {
  const config = playsDataset.config.parse({ seed: 'pages', users: 3 * 4096, maxPlays: 100 });
  const formats = [{ format: jsonl }];
  const run = settleRun({ dataset: playsDataset, config, inputs: {}, formats, hasSinks: false });
  const inbox = new Inbox();
  const chunks: { bytes: Uint8Array; text: string }[] = [];
  const tell = (message: FromWorker): void => {
    if (message.kind === 'chunk') {
      const { bytes } = message;
      chunks.push({ bytes, text: Buffer.from(bytes).toString('latin1') });
    }
    if (message.kind === 'free') inbox.end();
  };
  const input = { windowBytes: Number.POSITIVE_INFINITY } as WorkerInput;
  const worker = new JobWorker(input, run, inbox, tell);
  const { memory: claims } = new Claims(3, 1);
  inbox.take({ kind: 'blocks', pass: 'ordered', claims });
  await expect(worker.work()).rejects.toThrow('the run is ended');
  expect(chunks.length).toBeGreaterThan(4);
  for (const { bytes, text } of chunks) expect(Buffer.from(bytes).toString('latin1') === text).toBe(true);
});

import type { MessagePort } from 'node:worker_threads';
import { formatsByName } from '../formats/formats-by-name';
import type { SettledRun } from '../run/settled-run';
import { settleRun } from '../run/settled-run';
import { errorMessage } from './error-message';
import { Inbox } from './inbox';
import type { Tell } from './job-worker';
import { JobWorker } from './job-worker';
import { importModule, loadDataset } from './load-dataset';
import { sharedBytes } from './shared-bytes';
import type { ToThread, WorkerInput, WorkerStart } from './messages';

/** Does the jobs of a run in a worker thread until it is ended. */
export function serveRun(port: MessagePort, { module }: WorkerStart): void {
  const inbox = new Inbox();
  port.on('message', (message: ToThread) => {
    if (message.kind === 'run') void work(port, message.input, inbox);
    else inbox.take(message);
  });
  // While the run is settled elsewhere. What goes wrong does so again when the dataset is wanted, and is told then.
  importModule(module.specifier).catch(() => undefined);
}

async function work(port: MessagePort, input: WorkerInput, inbox: Inbox): Promise<void> {
  const tell: Tell = (message) =>
    port.postMessage(message.kind === 'chunk' ? { ...message, bytes: sharedBytes(message.bytes) } : message);
  try {
    await new JobWorker(input, await settledIn(input), inbox, tell).work();
  } catch (error) {
    tell({ kind: 'failed', error: errorMessage(error) });
  }
}

async function settledIn({
  module,
  dataset,
  config,
  inputs,
  formats,
  plan,
  chosen,
  order,
}: WorkerInput): Promise<SettledRun> {
  return settleRun({
    dataset: await loadDataset(module, dataset),
    config,
    inputs,
    whole: plan,
    formats: formats.map(({ name, ...options }) => ({ format: formatsByName([name])[0]!, ...options })),
    ...(chosen === undefined ? {} : { chosen }),
    ...(order === undefined ? {} : { order }),
    hasSinks: false,
  });
}

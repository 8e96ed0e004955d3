import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerInput } from './workers/messages';
import { serveRun } from './workers/serve-run';

void serveRun(parentPort!, workerData as WorkerInput);

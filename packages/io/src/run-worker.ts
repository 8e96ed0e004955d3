import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerStart } from './workers/messages';
import { serveRun } from './workers/serve-run';

serveRun(parentPort!, workerData as WorkerStart);

import { EventEmitter } from 'node:events';
import { liveDataset, playsDataset } from '../../test/fixtures/plays-dataset';
import { EarlyThreads } from './early-threads';
import type { WorkerInput } from './messages';

/** A thread that says nothing. */
class StillWorker extends EventEmitter {
  readonly told: unknown[] = [];
  isEnded = false;

  postMessage(message: unknown): void {
    this.told.push(message);
  }

  async terminate(): Promise<number> {
    this.isEnded = true;
    return 1;
  }
}

const mockStarted: StillWorker[] = [];

jest.mock('../start-worker', () => ({
  startWorker: () => {
    const worker = new StillWorker();
    mockStarted.push(worker);
    return worker;
  },
}));

jest.mock('node:os', () => ({ ...jest.requireActual<object>('node:os'), availableParallelism: () => 4 }));

const { module: place, ...withoutModule } = playsDataset;
const sink = { name: 'none', write: async () => undefined, close: async () => undefined };

beforeEach(() => {
  mockStarted.length = 0;
});

it.each([
  ['what is asked for', { dataset: playsDataset, workers: 3 }, 2],
  ['no more than cores', { dataset: playsDataset, workers: 64 }, 3],
  ['none unless asked for', { dataset: playsDataset }, 0],
  ['none beside sinks', { dataset: playsDataset, workers: 3, sinks: [sink] }, 0],
  ['none of a simulated dataset', { dataset: liveDataset, workers: 3 }, 0],
  ['none where nobody knows the module', { dataset: withoutModule, workers: 3 }, 0],
])('starts %s', (_, options, count) => {
  new EarlyThreads(options);
  expect(mockStarted).toHaveLength(count);
});

it('hands out those that are started first, and ends those that nobody took', async () => {
  const threads = new EarlyThreads({ dataset: playsDataset, workers: 4 });
  expect(threads.take(2, place!)).toHaveLength(2);
  expect(mockStarted).toHaveLength(3);
  await threads.end();
  expect(mockStarted.map(({ isEnded }) => isEnded)).toEqual([false, false, true]);
  expect(threads.take(2, place!)).toHaveLength(2);
  expect(mockStarted).toHaveLength(5);
});

it('tells whoever begins what failed before', () => {
  const [thread] = new EarlyThreads({ dataset: playsDataset, workers: 2 }).take(1, place!);
  mockStarted[0]!.emit('error', new Error('no memory'));
  const failed = jest.fn();
  const input = {} as WorkerInput;
  thread!.begin(input, { news: jest.fn(), free: jest.fn(), failed });
  expect(failed.mock.calls).toEqual([[expect.objectContaining({ code: 'WORKER_DIED' })]]);
  expect(mockStarted[0]!.told).toEqual([{ kind: 'run', input }]);
});

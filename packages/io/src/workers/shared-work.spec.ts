import { Worker } from 'node:worker_threads';
import { sharedMemory, sharedWork, StalledWork } from './shared-work';

const parts = 40;

it('makes each part once, and ends when all are made', () => {
  const memory = sharedMemory({ numbers: 4 * parts, others: 8 });
  const make = jest.fn((part: number) => {
    new Int32Array(work.memory('numbers'))[part] = part + 1;
  });
  const work = sharedWork(memory);
  work.divide('numbers', parts, make);
  expect(make).toHaveBeenCalledTimes(parts);
  expect(Array.from(new Int32Array(memory.byName['numbers']!))).toEqual(
    Array.from({ length: parts }, (_, part) => part + 1),
  );
  // Who comes late finds all of it made.
  sharedWork(memory).divide('numbers', parts, make);
  expect(make).toHaveBeenCalledTimes(parts);
  expect(new Int32Array(memory.byName['others']!)).toEqual(Int32Array.of(0, 0));
});

it('waits for the part that another thread has begun', async () => {
  const memory = sharedMemory({ numbers: 8 });
  // The other thread begins part 0, tells of it, and makes it when it is told to.
  const other = new Worker(
    `const { parentPort, workerData: { byName, progress } } = require('node:worker_threads');
     const counts = new Int32Array(progress);
     Atomics.add(counts, 0, 1);
     parentPort.postMessage('begun');
     setTimeout(() => {
       new Int32Array(byName.numbers)[0] = 7;
       Atomics.add(counts, 1, 1);
       Atomics.notify(counts, 1);
     }, 100);`,
    { eval: true, workerData: memory },
  );
  await new Promise((resolve) => other.once('message', resolve));
  const work = sharedWork(memory);
  work.divide('numbers', 2, (part) => (new Int32Array(work.memory('numbers'))[part] = 9));
  expect(new Int32Array(memory.byName['numbers']!)).toEqual(Int32Array.of(7, 9));
  await other.terminate();
});

it('waits no longer than it has patience for a part that nobody ends', () => {
  const memory = sharedMemory({ numbers: 8 });
  Atomics.add(new Int32Array(memory.progress), 0, 1);
  const make = jest.fn();
  expect(() => sharedWork(memory, { patience: 1 }).divide('numbers', 2, make)).toThrow(StalledWork);
  expect(make.mock.calls).toEqual([[1]]);
});

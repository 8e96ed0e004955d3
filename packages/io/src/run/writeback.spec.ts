import { Writeback } from './writeback';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A disk whose calls end when they are told to. */
function disk() {
  const calls: { resolve: () => void; reject: (reason: Error) => void }[] = [];
  const datasync = (): Promise<void> =>
    new Promise((resolve, reject) => void calls.push({ resolve, reject }));
  return { calls, datasync };
}

it('calls the disk once an interval, and one call at a time', async () => {
  const { calls, datasync } = disk();
  const writeback = new Writeback({ datasync }, 100);
  for (const bytes of [40, 99]) writeback.grown(bytes);
  expect(calls).toHaveLength(0);
  for (const bytes of [110, 220, 330]) writeback.grown(bytes);
  expect(calls).toHaveLength(1);
  calls[0]!.resolve();
  await settled();
  for (const bytes of [331, 340]) writeback.grown(bytes);
  expect(calls).toHaveLength(2);
});

it('ends when nothing is on its way', async () => {
  const { calls, datasync } = disk();
  const writeback = new Writeback({ datasync }, 100);
  await writeback.end();
  writeback.grown(100);
  const ended = jest.fn();
  const end = writeback.end().then(ended);
  await settled();
  expect(ended).not.toHaveBeenCalled();
  calls[0]!.resolve();
  await end;
});

it('what the disk refuses is thrown at the next growth, and at the end', async () => {
  const { calls, datasync } = disk();
  const writeback = new Writeback({ datasync }, 100);
  writeback.grown(100);
  calls[0]!.reject(new Error('no room'));
  await settled();
  expect(() => writeback.grown(101)).toThrow('no room');
  await expect(writeback.end()).rejects.toThrow('no room');
});

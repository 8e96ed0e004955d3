import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder, lockName } from './folder-lock';
import { thisProcess } from './process-identity';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const leave = (holder: unknown): Promise<void> =>
  writeFile(join(folder, lockName), typeof holder === 'string' ? holder : JSON.stringify(holder));

it('is one process, until it is released', async () => {
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'RUN_IN_USE', value: { pid: process.pid } });
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
  await (await lockFolder(folder)).release();
});

it('of those who try at once, one has it', async () => {
  await leave({ pid: 2 ** 30, host: hostname(), number: 1 });
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await readdir(folder)).toEqual([lockName]);
});

it.each([
  ['of a dead process', { pid: 2 ** 30, host: hostname() }],
  ['of a process whose number is used again', { pid: process.pid, host: hostname(), start: 'long ago' }],
  ['that was never written', ''],
  ['that is half written', '{"pid":'],
])('a lock %s is taken over', async (_name, holder) => {
  await leave(holder);
  await (await lockFolder(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

it('a lock of another machine is left, with what to do about it', async () => {
  await leave({ pid: 17, host: 'elsewhere' });
  await expect(lockFolder(folder)).rejects.toMatchObject({
    message: expect.stringContaining('process 17 on elsewhere'),
    remedy: expect.stringContaining(`remove ${join(folder, lockName)}`),
  });
});

it('whoever died while it removed a lock is no obstacle', async () => {
  const dead = { pid: 2 ** 30, host: hostname(), number: 1 };
  await leave(dead);
  await writeFile(join(folder, `${lockName}-removal`), JSON.stringify(dead));
  await (await lockFolder(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

it("releases no other's lock", async () => {
  const lock = await lockFolder(folder);
  const other = JSON.stringify({ ...(await thisProcess()), number: -1 });
  await leave(other);
  await lock.release();
  expect(await readFile(join(folder, lockName), 'utf8')).toBe(other);
});

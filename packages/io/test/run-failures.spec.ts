import { rmSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../src/index';
import { playsDataset } from './fixtures/plays-dataset';
import { dataIn, RunLab } from './fixtures/run-lab';

let lab: RunLab;

beforeEach(async () => {
  lab = await RunLab.open();
});

afterEach(async () => {
  jest.restoreAllMocks();
  await lab.close();
});

const systemError = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'write' });

/** Every file handle's `method` fails from call number `from` on. */
async function failing(method: 'write' | 'sync' | 'appendFile', code: string, from: number): Promise<void> {
  const handle = await open(join(lab.home, 'probe'), 'w');
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const original = prototype[method] as (...args: unknown[]) => Promise<never>;
  let calls = 0;
  jest
    .spyOn(prototype as unknown as Record<string, (...args: unknown[]) => unknown>, method)
    .mockImplementation(function (this: unknown, ...args) {
      return ++calls > from ? Promise.reject(systemError(code)) : original.apply(this, args);
    });
}

it.each([
  ['write', 'ENOSPC', 5, 'OUTPUT_FULL'],
  ['write', 'EDQUOT', 0, 'OUTPUT_FULL'],
  ['sync', 'ENOSPC', 1, 'OUTPUT_FULL'],
  ['appendFile', 'ENOSPC', 1, 'OUTPUT_FULL'],
  ['write', 'EROFS', 0, 'OUTPUT_UNWRITABLE'],
  ['write', 'EACCES', 0, 'OUTPUT_UNWRITABLE'],
  ['write', 'EIO', 6, 'OUTPUT_FAILED'],
] as const)('%s fails with %s after %d calls', async (method, code, from, expected) => {
  await failing(method, code, from);
  await expect(run(lab.options())).rejects.toMatchObject({ code: expected, field: 'out' });
  expect(await readdir(lab.home)).toEqual(from === 0 ? ['probe'] : expect.arrayContaining(['out']));
  if (from > 0) expect(await readdir(lab.out)).toEqual(['_unfinished']);
  jest.restoreAllMocks();
  await lab.complete();
  expect(await dataIn(lab.out)).toEqual(await lab.reference());
});

it('the folder is deleted under the run', async () => {
  const onEvent = (): void => rmSync(lab.out, { recursive: true, force: true });
  await expect(run(lab.options({ onEvent }))).rejects.toMatchObject({ code: 'OUTPUT_LOST' });
});

it('a file is deleted under the run', async () => {
  const onEvent = (event: { type: string }): void => {
    if (event.type === 'file-done') rmSync(join(lab.out, '_unfinished', 'plays.csv'), { force: true });
  };
  await expect(run(lab.options({ onEvent }))).rejects.toMatchObject({ code: 'OUTPUT_LOST' });
  expect(await readdir(lab.out)).not.toContain('manifest.json');
  await lab.complete();
  expect(await dataIn(lab.out)).toEqual(await lab.reference());
});

it('a run that fails before its first block leaves nothing behind', async () => {
  const prepare = (): never => {
    throw new TypeError('the items do not fit');
  };
  const out = join(lab.home, 'a', 'b');
  const dataset = { ...playsDataset, prepare };
  await expect(run(lab.options({ dataset, out }))).rejects.toThrow('the items do not fit');
  expect(await readdir(lab.home)).toEqual([]);
  await mkdir(out, { recursive: true });
  await expect(run(lab.options({ dataset, out }))).rejects.toThrow('the items do not fit');
  expect(await readdir(out)).toEqual([]);
});

it('the dataset fails with an error of its own', async () => {
  await expect(run(lab.options({ config: { users: 9000, fails: 'throw' } }))).rejects.toThrow(
    new TypeError('the dataset has a defect'),
  );
});

it('a sink fails, and all are closed', async () => {
  const closed: string[] = [];
  const sink = (name: string) => ({
    name,
    write: () => (name === 'b' ? Promise.reject(new Error('no')) : Promise.resolve()),
    close: () => {
      closed.push(name);
      return Promise.reject(new Error('not closed'));
    },
  });
  await expect(run(lab.options({ sinks: [sink('a'), sink('b')] }))).rejects.toThrow('no');
  expect(closed).toEqual(['a', 'b']);
});

import promises, { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './make-folder';

it('makes what is missing and says where that begins', async () => {
  const home = await mkdtemp(join(tmpdir(), 'folder-'));
  expect(await makeFolder(join(home, 'a', 'b', 'c'))).toBe(join(home, 'a'));
  expect(await makeFolder(join(home, 'a', 'b', 'c'))).toBeUndefined();
  expect(await makeFolder(join(home, 'a', 'b', 'd'))).toBe(join(home, 'a', 'b', 'd'));
});

it("says the system's own word of a read-only disk, which Node calls a folder that is not there", async () => {
  const home = await mkdtemp(join(tmpdir(), 'folder-'));
  const mkdir = jest.spyOn(promises, 'mkdir').mockImplementation((_path, options) => {
    const code = options === undefined ? 'EROFS' : 'ENOENT';
    return Promise.reject(Object.assign(new Error(code), { code }));
  });
  await expect(makeFolder(join(home, 'a', 'b'))).rejects.toMatchObject({ code: 'EROFS' });
  expect(mkdir).toHaveBeenLastCalledWith(join(home, 'a'));
  mkdir.mockRestore();
});

import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyFiles } from './copy-files';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synth-copy-'));
});

const written = async (name: string, bytes: string): Promise<string> => {
  await writeFile(join(folder, name), bytes);
  return join(folder, name);
};

describe('copyFiles', () => {
  it('puts files after each other into one, in folders that it makes, in place of what was there', async () => {
    const parts = [await written('b', 'one\n'), await written('a', 'two\n')];
    const target = join(folder, 'deep', 'er', 'all');
    await copyFiles([parts[1]!], target);
    await copyFiles(parts, target);
    expect(await readFile(target, 'utf8')).toBe('one\ntwo\n');
    expect(await readdir(join(folder, 'deep', 'er'))).toEqual(['all']);
  });

  it('leaves what was there when a source ends early, and nothing beside it', async () => {
    const target = await written('all', 'before\n');
    const error: unknown = await copyFiles([await written('a', 'x'), join(folder, 'none')], target).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'OUTPUT_LOST', field: 'out', value: target });
    expect(await readFile(target, 'utf8')).toBe('before\n');
    expect((await readdir(folder)).sort()).toEqual(['a', 'all']);
  });

  it('says where it cannot write', async () => {
    const source = await written('a', 'x');
    await mkdir(join(folder, 'taken'));
    for (const target of [join(folder, 'taken'), join(source, 'b')]) {
      await expect(copyFiles([source], target)).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
    }
    expect((await readdir(folder)).sort()).toEqual(['a', 'taken']);
  });
});

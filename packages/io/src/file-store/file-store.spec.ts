import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '@synth/core';
import { fileStore } from './file-store';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'synth-store-')), 'store');
  store = fileStore({ folder });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function textOf(key: string): Promise<string | undefined> {
  const value = await store.get(key);
  return value && new TextDecoder().decode(value);
}

async function listed(prefix?: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.list(prefix)) keys.push(key);
  return keys.sort();
}

describe('fileStore', () => {
  it('keeps values, replaces and removes them', async () => {
    await store.set('a/b', bytes('one'));
    await store.set('a', bytes('two'));
    await store.set('a/b', bytes('three'));
    expect([await textOf('a/b'), await textOf('a'), await textOf('c')]).toEqual(['three', 'two', undefined]);
    await store.delete('a/b');
    await store.delete('never/there');
    expect([await textOf('a/b'), await textOf('a')]).toEqual([undefined, 'two']);
    await store.set('empty', new Uint8Array());
    expect(await store.get('empty')).toEqual(new Uint8Array());
  });

  it('outlives itself', async () => {
    await store.set('Über/Größe', bytes('kept'));
    store = fileStore({ folder, durable: true });
    expect(await textOf('Über/Größe')).toBe('kept');
    await store.set('x', bytes('safe'));
    expect(await textOf('x')).toBe('safe');
  });

  it('lists by prefix, and nothing that is not its own', async () => {
    expect(await listed()).toEqual([]);
    const keys = ['answers/1', 'answers/10', 'answers/2', 'answers-old/1', 'ledgers/run'];
    for (const key of keys) await store.set(key, bytes(key));
    await writeFile(join(folder, 'answers', 'note.txt'), 'mine');
    expect(await listed()).toEqual([...keys].sort());
    expect(await listed('answers/')).toEqual(['answers/1', 'answers/10', 'answers/2']);
    expect(await listed('answers/1')).toEqual(['answers/1', 'answers/10']);
    expect(await listed('answers')).toHaveLength(4);
    expect(await listed('none/')).toEqual([]);
  });

  it('may be changed while it is listed', async () => {
    for (let i = 0; i < 20; i++) await store.set(`k/${i}`, bytes('x'));
    let seen = 0;
    for await (const key of store.list('k/')) {
      seen++;
      await store.delete(key);
      if (seen === 5) await rm(join(folder, 'k'), { recursive: true });
    }
    expect(seen).toBeGreaterThanOrEqual(5);
    expect(await listed()).toEqual([]);
  });

  it('takes many writes of one key at once, and leaves nothing beside', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, i) => store.set('k', bytes(String(i).repeat(1000)))));
    expect(await textOf('k')).toMatch(/^(\d+?)\1{999}$/);
    expect(await readdir(join(folder, '_writing'))).toEqual([]);
    expect(await listed()).toEqual(['k']);
  });

  it('goes on when its folder is removed', async () => {
    await store.set('a', bytes('1'));
    await rm(folder, { recursive: true });
    expect(await textOf('a')).toBeUndefined();
    await store.set('a', bytes('2'));
    expect(await textOf('a')).toBe('2');
  });

  it('removes what was begun more than an hour ago, once', async () => {
    await mkdir(join(folder, '_writing'), { recursive: true });
    for (const name of ['old', 'new']) await writeFile(join(folder, '_writing', name), 'half');
    const hours = (count: number): number => Date.now() / 1000 - count * 3600;
    await utimes(join(folder, '_writing', 'old'), hours(2), hours(2));
    await store.set('a', bytes('1'));
    expect(await readdir(join(folder, '_writing'))).toEqual(['new']);
  });

  it('says with a code what the file system refuses', async () => {
    await writeFile(folder, 'a file');
    await expect(store.set('a', bytes('1'))).rejects.toMatchObject({
      code: 'STORE_UNWRITABLE',
      message: expect.stringContaining('a file stands where a folder should be') as string,
      field: 'folder',
    });
    expect(await textOf('a')).toBeUndefined();
    await rm(folder);
    await store.set('a/b', bytes('1'));
    await mkdir(join(folder, 'c.value'));
    await expect(store.get('c')).rejects.toMatchObject({ code: 'STORE_UNREADABLE' });
    await expect(store.set('c', bytes('1'))).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
    await expect(store.delete('c')).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
    expect(await readdir(join(folder, '_writing'))).toEqual([]);
    await expect(store.set('', bytes('1'))).rejects.toMatchObject({ code: 'STORE_KEY_INVALID' });
  });

  it('refuses options that it does not know', () => {
    expect(() => fileStore({ folder, durabel: true } as never)).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: expect.stringContaining('durable') as string,
      }),
    );
    expect(() => fileStore({ folder: '' })).toThrow(expect.objectContaining({ field: 'folder' }));
  });
});

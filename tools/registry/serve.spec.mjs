import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, readTarball } from '../workspace/tarball.mjs';
import { serve } from './serve.mjs';

describe('serve', () => {
  let folder, tarball, registry;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'serve-'));
    const source = join(folder, 'source');
    mkdirSync(source);
    const manifest = { name: '@synth/small', version: '1.2.3', dependencies: { zod: '^4.0.0' } };
    writeFileSync(join(source, 'package.json'), JSON.stringify(manifest));
    // Longer than a block of a tar file, and no multiple of one.
    writeFileSync(join(source, 'text.txt'), 'x'.repeat(1300));
    tarball = pack(source, folder);
    registry = await serve(folder);
  });

  afterAll(async () => {
    await registry.close();
    rmSync(folder, { recursive: true });
  });

  it('reads a tarball that npm packed', () => {
    const files = readTarball(tarball);
    expect([...files.keys()].sort()).toEqual(['package.json', 'text.txt']);
    expect(files.get('text.txt').toString()).toBe('x'.repeat(1300));
  });

  it('answers as npm asks, with a digest of the tarball it then gives', async () => {
    const response = await fetch(`${registry.url}@synth%2fsmall`);
    const document = await response.json();
    expect(document['dist-tags']).toEqual({ latest: '1.2.3' });
    const version = document.versions['1.2.3'];
    expect(version.dependencies).toEqual({ zod: '^4.0.0' });
    const bytes = Buffer.from(await (await fetch(version.dist.tarball)).arrayBuffer());
    expect(bytes.equals(readFileSync(tarball))).toBe(true);
    expect(version.dist.integrity).toBe(`sha512-${createHash('sha512').update(bytes).digest('base64')}`);
  });

  it.each([
    ['a package that it does not hold', 'GET', 'zod'],
    ['a file outside its folder', 'GET', '-/..%2f..%2fpackage.json'],
    ['a file that is no tarball', 'GET', '-/source'],
    ['a publish', 'PUT', '@synth%2fsmall'],
  ])('refuses %s', async (_, method, path) => {
    expect((await fetch(registry.url + path, { method })).status).toBe(404);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { run } from './run.mjs';

/** Packs the package in `folder` into the folder `to`, as `npm publish` would; gives the tarball's path. */
export function pack(folder, to) {
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', to], { cwd: folder }),
  );
  return join(to, filename);
}

const field = (header, start, length) =>
  header.toString('latin1', start, start + length).replace(/\0.*$/s, '');

/** The files of an npm tarball: path below `package/` -> bytes. */
export function readTarball(file) {
  const tar = gunzipSync(readFileSync(file));
  const files = new Map();
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const header = tar.subarray(at, at + 512);
    const size = Number.parseInt(field(header, 124, 12), 8);
    const prefix = field(header, 345, 155);
    const path = `${prefix === '' ? '' : `${prefix}/`}${field(header, 0, 100)}`;
    // '0' and NUL are plain files.
    if ('0\0'.includes(String.fromCharCode(header[156])))
      files.set(path.replace(/^package\//, ''), tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { readTarball } from '../workspace/tarball.mjs';
import { isMain } from '../workspace/report.mjs';

/** What a registry says of a package with this one version: npm's document, as far as an install reads it. */
function packument(file, origin) {
  const bytes = readFileSync(file);
  const manifest = JSON.parse(readTarball(file).get('package.json').toString());
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  const dist = { tarball: `${origin}/-/${basename(file)}`, integrity };
  return {
    name: manifest.name,
    'dist-tags': { latest: manifest.version },
    versions: { [manifest.version]: { ...manifest, dist } },
  };
}

/**
 * Serves a folder of tarballs as a read-only registry on the loopback address. It holds these packages and no
 * others, and asks nobody: what it does not hold is 404.
 *
 * @param folder holds one `.tgz` a package
 * @param port 0: any free one
 * @returns its URL, the paths asked for, and `close`
 */
export async function serve(folder, port = 0) {
  const requests = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1);
    requests.push(path);
    const answer = (status, type, body) =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    const files = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    if (path.startsWith('-/') && files.includes(path.slice(2)))
      return answer(200, 'application/octet-stream', readFileSync(join(folder, path.slice(2))));
    const found = files
      .map((name) => packument(join(folder, name), `http://${request.headers.host}`))
      .find(({ name }) => name === path);
    if (found === undefined || request.method !== 'GET') return answer(404, 'application/json', '{}');
    return answer(200, 'application/json', JSON.stringify(found));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    requests,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function main(folder, port) {
  const { url } = await serve(folder, Number(port));
  console.log(`${folder} as a registry: npm install --@synth:registry=${url} @synth/...`);
}

if (isMain(import.meta.url)) main(process.argv[2] ?? '.', process.argv[3] ?? 0);

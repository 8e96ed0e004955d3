import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, ModelServer } from '@synth/llm/testing';
import { startModelServer } from '@synth/llm/testing';
import { synth } from './fixtures/synth-process';

// The whole program, with the real client libraries, against the local server of @synth/llm/testing.

const canary = 'canary.51b2c84a06';
let fault: Fault | undefined;
let server: ModelServer;
let folder: string;

beforeAll(async () => {
  server = await startModelServer({ fault: () => fault, answer: () => '{"word":"pong"}' });
});
afterAll(() => server.close());
beforeEach(async () => {
  fault = undefined;
  server.reset();
  folder = await mkdtemp(join(tmpdir(), 'synth-llm-'));
});

it('reads the key from .env, records the answer, and plays it back', async () => {
  await writeFile(join(folder, '.env'), `GEMINI_API_KEY=${canary}\nNODE_OPTIONS=--no-such-option\n`);
  const args = ['llm', 'ping', '--llm', 'gemini', '--base-url', server.geminiUrl, '--cassette', 'tape'];
  const first = await synth(args, {}, folder).ended;
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(/^PASS {2}gemini\/gemini-2\.5-flash-lite {2}answered in [\d,]+ ms\n/);
  expect(server.served.map(({ key }) => key)).toEqual([canary]);
  await server.close();
  const again = await synth([...args, '--json'], {}, folder).ended;
  expect(JSON.parse(again.stdout)).toMatchObject({ cached: true, requests: 0, usd: 0 });
  server = await startModelServer({ fault: () => fault, answer: () => '{"word":"pong"}' });

  const files = await readdir(join(folder, 'tape'), { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
  );
  expect(texts).toHaveLength(1);
  for (const text of [first.stdout, again.stdout, ...texts]) expect(text).not.toContain(canary);
});

it('ends with 3 and no key in the message when the key is refused, with 2 when there is none', async () => {
  fault = { kind: 'echo-key', status: 401 };
  const args = ['llm', 'ping', '--llm', 'openai', '--base-url', server.openAiUrl];
  const [refused, missing] = await Promise.all([
    synth(args, { OPENAI_API_KEY: canary }, folder).ended,
    synth(['llm', 'ping', '--llm', 'openai'], {}, folder).ended,
  ]);
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  expect(refused.stderr).toContain('[KEY_REFUSED]');
  expect(refused.stderr).not.toContain(canary);
  expect(missing).toMatchObject({ code: 2, stdout: '' });
  expect(missing.stderr).toContain('set OPENAI_API_KEY in the environment, or in a file .env in this folder');
});

it('ends with 130 at Ctrl-C, without waiting for the answer', async () => {
  fault = { kind: 'slow', ms: 30_000 };
  const { child, ended } = synth(
    ['llm', 'ping', '--llm', 'openai', '--base-url', server.openAiUrl],
    {},
    folder,
  );
  while (server.served.length === 0 && child.exitCode === null) await sleep(20);
  child.kill('SIGINT');
  const { code, stdout, stderr } = await ended;
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  expect(stderr).toContain('[CALL_ABORTED]');
});

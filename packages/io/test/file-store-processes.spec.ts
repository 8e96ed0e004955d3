import { spawn } from 'node:child_process';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileStore } from '../src/file-store';

/** Starts a process that writes and reads values, from source. */
function writer(folder: string, operations: number, seed: string) {
  const script = join(__dirname, 'children', 'write-values.ts');
  const child = spawn(
    process.execPath,
    ['--conditions=@synth/source', '--import=tsx', script, folder, String(operations), seed],
    { cwd: __dirname, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (data) => (output += String(data)));
  const ended = new Promise<string>((resolve) => child.on('close', () => resolve(output)));
  return { child, ended };
}

it('two processes in 10,000 operations, beside one that is killed, see whole values only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'synth-store-'));
  const killed = writer(folder, 1_000_000, 'killed');
  const others = ['one', 'two'].map((seed) => writer(folder, 5_000, seed));
  while ((await readdir(folder)).length < 2) await sleep(10);
  await sleep(200);
  killed.child.kill('SIGKILL');
  expect(await killed.ended).toBe('');
  for (const { ended } of others) {
    const { read, torn } = JSON.parse(await ended) as { read: number; torn: number };
    expect(torn).toBe(0);
    expect(read).toBeGreaterThan(4_000);
  }
  const store = fileStore({ folder });
  const keys: string[] = [];
  for await (const key of store.list('shared/')) keys.push(key);
  expect(keys).toHaveLength(5);
});

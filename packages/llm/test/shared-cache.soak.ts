import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './children/start-child';

it('two processes share a cache: no torn entry in 10,000 operations', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'synth-llm-cache-'));
  const outputs = await Promise.all(
    ['one', 'two'].map((seed) => startChild('share-cache.ts', [folder, '5000', seed]).done),
  );
  await rm(folder, { recursive: true });
  const seen = outputs.map((output) => JSON.parse(output) as Record<string, number>);
  process.stdout.write(`${JSON.stringify(seen)}\n`);
  for (const { torn, wrong, misses } of seen) {
    expect([torn, wrong]).toEqual([0, 0]);
    expect(misses).toBeGreaterThan(500);
  }
});

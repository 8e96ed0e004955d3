import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateText } from '@synth/llm';
import { scriptedModel } from '@synth/llm/testing';
import { fakeContext } from '../../test/fixtures/fake-context';
import { answerCacheAt } from '../llm/answer-cache-at';
import { main } from '../main';

const day = 86_400_000;
let folder: string;

/** Fills a cache with two answers of today, one of the day before yesterday, and one hit. */
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'synth-cache-')), 'cache');
  const ask = async (prompts: readonly string[], now: number) => {
    const cache = answerCacheAt(folder, { clock: { now: () => now, sleep: () => Promise.resolve() } });
    const model = cache.middleware(scriptedModel('an answer'));
    for (const prompt of prompts) await generateText({ model, prompt });
    await cache.flush();
  };
  const { clock } = fakeContext();
  await ask(['old'], clock.now() - 2 * day);
  await ask(['new', 'newer', 'new'], clock.now());
});

async function cache(...args: string[]) {
  const context = fakeContext();
  const code = await main(['llm', 'cache', ...args], context);
  return { code, stdout: context.stdout.text, stderr: context.stderr.text };
}

describe('synth llm cache', () => {
  it('says what it holds and how often it served', async () => {
    const { code, stdout } = await cache('stats', folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/cache {2}2 valid · 1 expired · [\d.,]+ (B|kB)\nserved 1 of 4 calls\n$/);
    expect(JSON.parse((await cache('stats', folder, '--json')).stdout)).toMatchObject({
      event: 'llm-cache-stats',
      valid: 2,
      expired: 1,
      hits: 1,
      misses: 3,
    });
  });

  it('leaves no trace by looking', async () => {
    const before = await readdir(folder, { recursive: true });
    await cache('stats', folder);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(before.sort());
    const nowhere = `${folder}-none`;
    expect((await cache('stats', nowhere)).stdout).toContain('0 valid · 0 expired · 0 B\n');
    await expect(readdir(nowhere)).rejects.toThrow('ENOENT');
  });

  it('removes what is too old, or all', async () => {
    expect((await cache('clear', folder, '--expired')).stdout).toMatch(/ {2}1 expired answers removed\n$/);
    expect((await cache('stats', folder)).stdout).toContain('2 valid · 0 expired');
    expect(JSON.parse((await cache('clear', folder, '--json')).stdout)).toMatchObject({
      removed: 2,
      only: 'all',
    });
    expect((await cache('stats', folder)).stdout).toContain(
      '0 valid · 0 expired · 0 B\nserved 0 of 0 calls\n',
    );
  });

  it('has help and refuses what it does not know', async () => {
    for (const verb of ['stats', 'clear']) {
      expect((await cache(verb, '--help')).stdout).toContain('DIR is .synth/llm-cache unless it is given.');
      expect(await cache(verb, folder, 'more')).toMatchObject({ code: 2 });
    }
    expect((await cache('stast')).stderr).toContain(
      'unknown command llm cache stast: did you mean llm cache stats?',
    );
    expect((await cache()).stderr).toContain('[COMMAND_UNKNOWN]');
  });
});

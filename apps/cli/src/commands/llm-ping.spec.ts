import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@synth/core';
import type { Fault, ModelServer } from '@synth/llm/testing';
import { startModelServer } from '@synth/llm/testing';
import type { FakeContext } from '../../test/fixtures/fake-context';
import { fakeContext } from '../../test/fixtures/fake-context';
import { main } from '../main';

let faults: (Fault | undefined)[] = [];
let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer({ fault: () => faults.shift(), answer: () => '{"word":"pong"}' });
});
afterAll(() => server.close());
beforeEach(() => {
  faults = [];
  server.reset();
});

async function ping(args: readonly string[], options: Partial<FakeContext> = {}) {
  const context = fakeContext({ clock: systemClock, ...options });
  const code = await main(['llm', 'ping', ...args], context);
  return { code, stdout: context.stdout.text, stderr: context.stderr.text };
}

const openai = (): string[] => ['--llm', 'openai', '--base-url', server.openAiUrl];
const gemini = (): string[] => ['--llm', 'gemini', '--base-url', server.geminiUrl];

describe('synth llm ping', () => {
  it('says that it is offline', async () => {
    const { code, stdout } = await ping([]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^PASS {2}offline\/templates {2}offline: made up on this machine, no language model was asked\ntokens about \d+ in, about \d+ out · cost 0 USD\n$/,
    );
    expect(JSON.parse((await ping(['--json'])).stdout)).toMatchObject({ offline: true, requests: 0, usd: 0 });
  });

  it('asks a model once, for an object, and says what it took', async () => {
    const { code, stdout, stderr } = await ping([...openai(), '--model', 'gpt-6-luna']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^PASS {2}openai\/gpt-6-luna {2}answered in \d+ ms\ntokens \d+ in, \d+ out · cost unknown: nobody has said what this model costs\n$/,
    );
    expect(server.served).toHaveLength(1);
    expect(server.served[0]!.request.schema).toMatchObject({ required: ['word'] });
  });

  it('says the same as JSON, and never takes an unknown cost for none', async () => {
    const { stdout } = await ping([...gemini(), '--json'], { env: { GEMINI_API_KEY: 'k' } });
    const [served] = server.served;
    expect(JSON.parse(stdout)).toEqual({
      event: 'llm-answered',
      provider: 'gemini',
      model: 'gemini-2.5-flash-lite',
      offline: false,
      cached: false,
      milliseconds: expect.any(Number) as number,
      requests: 1,
      inputTokens: served!.inputTokens,
      outputTokens: served!.outputTokens,
      estimated: false,
      usd: 'unknown',
      bookedUsd: 'unknown',
    });
  });

  it('tries again what may pass', async () => {
    faults = [{ kind: 'status', status: 429, retryAfter: 0 }];
    const { code, stdout } = await ping(openai());
    expect(code).toBe(0);
    expect(stdout).toContain(', 2 requests\n');
  });

  it('asks nothing that a cassette knows', async () => {
    const cassette = join(await mkdtemp(join(tmpdir(), 'synth-ping-')), 'tape');
    await ping([...openai(), '--cassette', cassette]);
    const { stdout } = await ping([...openai(), '--cassette', `${cassette}:replay-only`]);
    expect(stdout).toContain('answer of the cassette, nothing was asked\n');
    expect(server.served).toHaveLength(1);
  });

  it('fails with the code of what went wrong, and no key in it', async () => {
    const env = { OPENAI_API_KEY: 'canary-4711' };
    faults = [{ kind: 'echo-key', status: 401 }];
    const refused = await ping(openai(), { env });
    expect(refused).toMatchObject({ code: 3, stdout: '' });
    expect(refused.stderr).toContain('[KEY_REFUSED]');
    expect(refused.stderr).not.toContain('canary');
    faults = [{ kind: 'status', status: 404 }];
    expect(await ping(openai())).toMatchObject({ code: 2, stdout: '' });
    expect((await ping([...openai(), '--max-calls', '0'])).stderr).toContain('[BUDGET_EXCEEDED]');
    expect((await ping([...openai(), '--max-cost', '1'])).stderr).toContain('[PRICE_UNKNOWN]');
    const missing = await ping(['--llm', 'gemini']);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain(
      'set GEMINI_API_KEY or GOOGLE_API_KEY in the environment, or in a file .env',
    );
  });

  it('ends with 130 when it is interrupted', async () => {
    expect((await ping(openai(), { signal: AbortSignal.abort() })).code).toBe(130);
    expect(server.served).toHaveLength(0);
  });

  it('has help, and no arguments', async () => {
    const { stdout } = await ping(['--help']);
    expect(stdout).toContain('--llm NAME');
    expect(stdout).toContain('--max-cost USD');
    expect(await ping(['now'])).toMatchObject({ code: 2 });
  });
});

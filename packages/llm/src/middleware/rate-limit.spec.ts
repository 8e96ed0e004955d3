import fc from 'fast-check';
import { callError } from '../errors/call-failure';
import { generateText } from '../generate/generate-text';
import { noUsage } from '../model/usage';
import { scriptedModel, virtualClock } from '../testing';
import { rateLimit } from './rate-limit';

describe('rateLimit', () => {
  it('keeps to the requests of any 60 s, and wastes no room', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 40 }),
        async (rpm, calls) => {
          const clock = virtualClock(0);
          const times: number[] = [];
          const model = rateLimit({ requestsPerMinute: rpm, clock })(
            scriptedModel(() => {
              times.push(clock.now());
              return 'ok';
            }),
          );
          await Promise.all(
            Array.from({ length: calls }, (_, i) => generateText({ model, prompt: `p${i}` })),
          );
          times.forEach((time, i) => {
            expect(
              times.filter((other) => other > time - 60_000 && other <= time).length,
            ).toBeLessThanOrEqual(rpm);
            expect(time).toBe(Math.floor(i / rpm) * 60_000);
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps to the tokens of any 60 s, by what calls did use', async () => {
    const clock = virtualClock(0);
    const times: number[] = [];
    const usage = { ...noUsage, inputTokens: 20, outputTokens: 30 };
    const scripted = scriptedModel(() => {
      times.push(clock.now());
      return { text: 'ok', usage };
    });
    const model = rateLimit({ tokensPerMinute: 200, clock })(scripted);
    // At most 100 each, so two fit at first; by what they used, four.
    for (let i = 0; i < 5; i++) await generateText({ model, prompt: 'x', maxOutputTokens: 95 });
    expect(times).toEqual([0, 0, 0, 60_000, 60_000]);
  });

  it('lets one larger than the whole limit go alone, and gives back what a refusal did not use', async () => {
    const clock = virtualClock(0);
    const busy = callError('RATE_LIMITED', 'busy', { retryable: true, outcome: 'refused' });
    const model = rateLimit({ tokensPerMinute: 50, clock })(scriptedModel([busy, 'ok', 'ok']));
    await expect(generateText({ model, prompt: 'x' })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await generateText({ model, prompt: 'x' });
    expect(clock.now()).toBe(60_000);
  });
});

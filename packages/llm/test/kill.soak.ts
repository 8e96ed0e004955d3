import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerReport } from '../src';
import { costOf } from '../src/budget/prices';
import { noUsage } from '../src/model/usage';
import { startModelServer } from '../src/testing';
import { startChild } from './children/start-child';
import { prices } from './prices';

const calls = 120;
const concurrency = 8;

/** Runs the calls in a child that is killed each time so many requests have come, until it ends by itself. */
async function killedRun(killAfter: readonly number[]) {
  const folder = await mkdtemp(join(tmpdir(), 'synth-llm-kill-'));
  const kills = [...killAfter];
  // What came from each child.
  const lives: string[][] = [];
  let arrived: string[] = [];
  let child: ReturnType<typeof startChild>['child'] | undefined;
  const server = await startModelServer({
    // Every request takes a while, so that several are under way at any time.
    fault: ({ prompt }) => {
      arrived.push(prompt);
      if (arrived.length === kills[0]) {
        kills.shift();
        child?.kill('SIGKILL');
      }
      return { kind: 'slow', ms: 15 };
    },
  });
  let output = '';
  while (output === '') {
    arrived = [];
    lives.push(arrived);
    const started = startChild('run.ts', [server.openAiUrl, folder, String(calls), String(concurrency)]);
    child = started.child;
    output = await started.done;
  }
  await server.close();
  await rm(folder, { recursive: true });
  const { answers, report } = JSON.parse(output) as { answers: string[]; report: LedgerReport };
  return { answers, report, served: server.served, lives };
}

it('after a kill only the calls then in flight are asked again, and what they may have cost stays spent', async () => {
  const whole = await killedRun([]);
  const killed = await killedRun([5, 23, 30, 17]);
  expect(killed.answers).toEqual(whole.answers);

  expect(killed.lives).toHaveLength(5);
  const again = killed.lives.map((life, i) => {
    const later = new Set(killed.lives.slice(i + 1).flat());
    return life.filter((prompt) => later.has(prompt)).length;
  });
  for (const count of again) expect(count).toBeLessThanOrEqual(concurrency);
  expect(killed.served.length).toBeLessThanOrEqual(calls + 4 * concurrency);

  const { total, open } = killed.report;
  expect(open).toBe(0);
  expect(total.unknownOutcome).toBeGreaterThanOrEqual(1);
  expect(total.unknownOutcome).toBeLessThanOrEqual(4 * concurrency);
  // A place that was taken and not used before the kill counts too: never the other way round.
  expect(total.calls).toBeGreaterThanOrEqual(killed.served.length);
  expect(total.calls).toBeLessThanOrEqual(killed.served.length + 4 * concurrency);
  expect(total.answered + total.unknownOutcome).toBe(total.calls);
  const billed = killed.served.reduce(
    (sum, { inputTokens, outputTokens }) =>
      sum + costOf(prices[0]!, { ...noUsage, inputTokens, outputTokens }),
    0,
  );
  expect(billed).toBeLessThanOrEqual(Math.round(((total.usd as number) + (total.bookedUsd as number)) * 1e9));
  process.stdout.write(
    `${JSON.stringify({ served: killed.served.length, askedAgain: again, unknownOutcome: total.unknownOutcome })}\n`,
  );
});

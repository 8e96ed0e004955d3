import { expectKept, faultyRun, faultyServer } from './faulty-run';

it('1,000 runs at concurrency 1 to 64: no cap is passed, every ledger equals the server', async () => {
  const faulty = await faultyServer();
  const sums = { runs: 0, requests: 0, atCap: 0, unknown: 0, concurrency: new Set<number>() };
  for (let seed = 0; seed < 1000; seed++) {
    const run = await faultyRun(faulty, seed);
    expectKept(run);
    sums.runs++;
    sums.requests += run.served.length;
    sums.atCap += run.codes.has('BUDGET_EXCEEDED') ? 1 : 0;
    sums.unknown += run.report.total.unknownOutcome;
    sums.concurrency.add(run.concurrency);
  }
  await faulty.server.close();
  process.stdout.write(`${JSON.stringify({ ...sums, concurrency: sums.concurrency.size })}\n`);
  expect(sums.concurrency.size).toBe(64);
  expect(sums.atCap).toBeGreaterThan(100);
});

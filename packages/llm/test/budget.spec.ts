import { expectKept, faultyRun, faultyServer } from './faulty-run';

// The same runs a thousand times: budget.soak.ts.
describe('a budget over the real clients and a faulty server', () => {
  it('is kept at every concurrency, and equals what the server counted', async () => {
    const faulty = await faultyServer();
    const codes = new Set<string>();
    for (let seed = 0; seed < 12; seed++) {
      const run = await faultyRun(faulty, seed);
      expectKept(run);
      run.codes.forEach((code) => codes.add(code));
    }
    await faulty.server.close();
    for (const code of ['BUDGET_EXCEEDED', 'CALL_ABORTED', 'REQUEST_REFUSED']) expect(codes).toContain(code);
  });
});

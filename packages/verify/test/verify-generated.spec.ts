import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { interactions } from '@synth/interactions';
import type { GeneratedRun, GeneratorTests } from '../src/index';
import { verifyGenerated } from '../src/index';
import { writeRun } from './write-run';

const options = { users: 60, items: 40, seed: 'own tests' };

/** Tests that count rows by table, and keep what they were told of the run. */
function counting(dataset = 'interactions') {
  const rows: Record<string, number> = {};
  const runs: GeneratedRun[] = [];
  const tests: GeneratorTests = {
    dataset,
    begin(run) {
      runs.push(run);
      return {
        row: (table) => void (rows[table] = (rows[table] ?? 0) + 1),
        finish: () => ({
          checks: [{ name: 'own', status: 'pass', detail: 'looked at' }],
          realism: [],
          learnability: [
            {
              id: 'X01',
              figure: 'rows',
              title: 'rows',
              value: rows['interactions']!,
              low: 1,
              high: 1e6,
              source: null,
              verdict: 'in',
            },
          ],
        }),
      };
    },
  };
  return { tests, rows, runs };
}

describe('verifyGenerated', () => {
  it('gives every row of every table to the tests, and reports what they found beside its own checks', async () => {
    const { tests, rows, runs } = counting();
    const report = await verifyGenerated(await writeRun(options, 'jsonl'), tests, { seed: 9 });
    const data = interactions(options);
    expect(rows).toEqual(
      Object.fromEntries(data.tables.map(({ name }) => [name, [...data.rows(name)].length])),
    );
    expect(runs).toEqual([
      {
        config: expect.objectContaining({ users: 60, seed: 'own tests' }),
        describe: expect.anything(),
        hasInputs: false,
        seed: 9,
      },
    ]);
    expect(report).toMatchObject({
      source: { name: 'run', kind: 'run', dataset: 'interactions', rows },
      seed: '9',
      verdict: { ok: true, reasons: [] },
      learnability: [{ id: 'X01', value: rows['interactions'] }],
    });
    expect(report.integrity.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['files', 'interactions: order', 'personal data', 'own']),
    );
    expect(report.integrity.every(({ status }) => status === 'pass')).toBe(true);
  });

  it('fails a run that was changed', async () => {
    const dir = await writeRun(options);
    await appendFile(join(dir, 'users.csv'), 'u99\n');
    const { verdict } = await verifyGenerated(dir, counting().tests);
    expect(verdict).toMatchObject({ ok: false, reasons: [{ code: 'NOT_WHOLE' }] });
    expect(verdict.sentence).toContain('users.csv was changed');
  });

  it('refuses a run of another generator', async () => {
    await expect(verifyGenerated(await writeRun(options), counting('match').tests)).rejects.toMatchObject({
      code: 'SOURCE_UNSUITED',
      message: expect.stringContaining('a run of interactions, and the tests are those of match'),
    });
  });
});

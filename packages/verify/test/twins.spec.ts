import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { interactions } from '@synth/interactions';
import { verifyTwins } from '../src/index';
import { writeRun } from './write-run';

const options = { users: 120, items: 60, genres: 4, seed: 'twins' } as const;

const table = (report: Awaited<ReturnType<typeof verifyTwins>>, name: string) =>
  report.tables.find((one) => one.table === name)!;

describe('two runs', () => {
  it('of the same options have not one different row, in any format', async () => {
    for (const format of ['csv', 'parquet']) {
      const report = await verifyTwins(await writeRun(options, format), await writeRun(options, format));
      expect(report.options).toEqual([]);
      expect(report.verdict).toMatchObject({ ok: true, code: 'SAME' });
      expect(report.tables.map(({ table: name }) => name)).toContain('interactions');
      for (const one of report.tables) {
        expect(one).toMatchObject({ different: 0, share: 0, meanRows: 0, columns: [] });
        expect(one.rowsByUser).toEqual({ p50: 0, p90: 0, p99: 0, most: 0 });
        expect(one.rows.a).toBe(one.rows.b);
        expect(one.sameCount).toBe(one.entities);
      }
    }
  });

  it('that differ in one option differ in what it touches: taste moves items, not how many', async () => {
    const [a, b] = [options, { ...options, taste: { kind: 'favourite', boost: 9 } as const }];
    const report = await verifyTwins(await writeRun(a), await writeRun(b));
    expect(report.options).toEqual([{ option: 'taste.boost', a: 7, b: 9 }]);
    expect(report.verdict).toMatchObject({ ok: true, code: 'OPTIONS_DIFFER' });
    const rows = table(report, 'interactions');
    expect(rows.entity).toBe('user_id');
    expect(rows.share).toBeGreaterThan(0);
    expect(rows.sameCount).toBe(120);
    expect(rows.columns.map(({ column }) => column)).toContain('item_id');
    expect(table(report, 'truth_items').different).toBe(0);
    expect(table(report, 'items').different).toBe(0);
  });

  it('that differ in their days differ in times alone', async () => {
    const { tables } = await verifyTwins(interactions(options), interactions({ ...options, days: 60 }));
    const rows = tables.find(({ table: name }) => name === 'interactions')!;
    expect(rows.columns.map(({ column }) => column)).toContain('timestamp');
    expect(rows.sameCount).toBe(120);
  });

  it('of another seed are no twins', async () => {
    const report = await verifyTwins(interactions(options), interactions({ ...options, seed: 'else' }));
    expect(report.verdict).toMatchObject({ ok: false, code: 'OTHER_LUCK' });
  });

  it('of the same options but other rows are told: by how many rows, of whom', async () => {
    const [a, b] = [await writeRun(options), await writeRun(options)];
    await appendFile(
      join(b, 'interactions.csv'),
      'u0000003,i0000001,2024-02-01T00:00:00.000Z,u0000003-s99\nu0000003,i0000002,2024-02-01T00:01:00.000Z,u0000003-s99\n',
    );
    const report = await verifyTwins(a, b);
    expect(report.verdict).toMatchObject({ ok: false, code: 'NOT_REPRODUCED' });
    const rows = table(report, 'interactions');
    expect(rows).toMatchObject({ different: 1, share: 1 / 120, meanRows: 2 / 120, sameCount: 119 });
    expect(rows.rowsByUser).toEqual({ p50: 0, p90: 0, p99: 0, most: 2 });
  });

  it('that cannot be compared are refused', async () => {
    const csv = await writeRun(options);
    await expect(verifyTwins(csv, await writeRun(options, 'parquet'))).rejects.toMatchObject({
      code: 'TWINS_UNSUITED',
    });
    await expect(verifyTwins(csv, interactions(options))).rejects.toMatchObject({ code: 'TWINS_UNSUITED' });
    await expect(verifyTwins(csv, '/no/such/run')).rejects.toMatchObject({
      code: expect.any(String) as string,
    });
  });
});

it('twins in memory are as they are in files', async () => {
  const changed = { ...options, days: 60 };
  const inMemory = await verifyTwins(interactions(options), interactions(changed));
  const inFiles = await verifyTwins(await writeRun(options), await writeRun(changed));
  expect(inFiles.tables).toEqual(inMemory.tables);
  expect(inFiles.options).toEqual(inMemory.options);
});

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interactions, matrixFromIndices } from '@synth/interactions';
import { degreePreservingShuffle } from '@synth/interactions/evaluate';
import type { InteractionMatrix } from '@synth/interactions';
import type { VerifyReport } from '../src/index';
import { compareInteractions, equalSize, verify, verifyMatrix } from '../src/index';
import { writeRun } from './write-run';

const options = { preset: 'standard', users: 500, items: 300 } as const;
// A model may do best on a reference by a tuning that is luck: then half of all other seeds lose by it. Not on this one.
const reference = interactions({ ...options, seed: 'ref10' }).matrix();
const other = () => interactions({ ...options, seed: 'other' }).matrix();

// What fails does so at a third of the items, in a fraction of the time. Under 500 users, means over five holdouts stand
// in place of one.
const small = { ...options, items: 100 } as const;
const smallReference = interactions({ ...small, seed: 'real' }).matrix();
const smallOther = () => interactions({ ...small, seed: 'other' }).matrix();

/** The learnt models of the data itself are no part of a comparison. */
const models: readonly string[] = [];

const codes = ({ verdict }: VerifyReport) => verdict.reasons.map(({ code }) => code);

/** Every number in a report, wherever it stands. */
function numbers(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : [];
}

const figure = (report: VerifyReport, name: string) =>
  [...report.realism, ...report.learnability, ...(report.comparison?.figures ?? [])].find(
    (one) => one.figure === name,
  );

describe('data beside a reference', () => {
  it('of the same preset and another seed passes every test', () => {
    const report = verifyMatrix(other(), { reference, models });
    expect(report.verdict.reasons).toEqual([]);
    expect(report.verdict.sentence).toMatch(/^It is like the reference\. A recommender can learn/);
    expect(report.comparison!.figures.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['P21', 'in'],
      ['P21', 'in'],
      ['P19', 'in'],
      ['P03', 'in'],
      // Popularity is not the worst on the reference: nothing is asked.
      ['P03', 'unjudged'],
      ['P20', 'in'],
      ['P20', 'in'],
    ]);
    expect(report.comparison!.order.map(({ name }) => name)).toEqual([
      'EASE',
      'iALS',
      'BPR',
      'ItemKNN',
      'TopPop',
    ]);
    expect(report.comparison!.toldApart.shuffled.auc).toBeGreaterThan(0.75);
    expect(numbers(report).every(Number.isFinite)).toBe(true);
  });

  it('is held to what the reference and its halves say, and tells the figures of the reference', () => {
    const report = verifyMatrix(smallOther(), { reference: smallReference, quick: true });
    const density = figure(report, 'density')!;
    expect(density.reference).toBeCloseTo(smallReference.indices.length / (500 * smallReference.cols), 3);
    expect(density.low! + density.high!).toBeCloseTo(2 * density.reference!, 9);
    expect(density.source).toMatch(/halves are over 10 draws/);
    expect(figure(report, 'lift')!.low).toBeGreaterThanOrEqual(1);
    expect(report.preset).toBeNull();
    expect(report.leftOut.map(({ name }) => name)).toContain('tuning for the reference');
    expect(verifyMatrix(smallOther(), { reference: smallReference, quick: true })).toEqual(report);
  });

  it('that is shuffled fails: no taste, and users told apart', () => {
    const report = verifyMatrix(degreePreservingShuffle(smallOther(), { seed: 3 }), {
      reference: smallReference,
      quick: true,
    });
    // The copy has no times, so that the columns left are those of counts: few, and not all alike.
    expect(codes(report).filter((code) => code !== 'UNLIKE_COLUMNS')).toEqual(['NO_TASTE', 'TOLD_APART']);
    // Counts are untouched, and what is known of one user or item at a time does not tell.
    expect(figure(report, 'itemGini')!.verdict).toBe('in');
    expect(figure(report, 'spectralRatio')!.verdict).toBe('out');
  });

  it('that is uniform fails: flat popularity, other columns, users told apart', () => {
    const flat = interactions({
      ...small,
      seed: 'other',
      popularity: { kind: 'score', exponent: 0, noise: 0 },
      taste: { kind: 'favourite', boost: 1 },
    }).matrix();
    const found = codes(verifyMatrix(flat, { reference: smallReference, quick: true }));
    expect(found[0]).toBe('FLAT_POPULARITY');
    expect(found).toEqual(expect.arrayContaining(['UNLIKE_COLUMNS', 'TOLD_APART']));
  });

  it('of another preset fails: recommenders come in another order', () => {
    // As many interactions as the reference or so: the preset has four times as many.
    const fewer = { maxUserInteractions: 20 };
    const weak = interactions({ ...small, ...fewer, preset: 'weak-signal', seed: 'other' }).matrix();
    const report = verifyMatrix(weak, { reference: smallReference, models });
    expect(codes(report)).toEqual(
      expect.arrayContaining(['UNLIKE_REFERENCE', 'UNLIKE_COLUMNS', 'TOLD_APART', 'OTHER_ORDER']),
    );
    expect(figure(report, 'algorithmOrder')!.value!).toBeLessThan(0.6);
    expect(numbers(report).every(Number.isFinite)).toBe(true);
  });

  it('has to have popularity last where the reference does', () => {
    const halves = (shift: number) => {
      const cells = Array.from({ length: 1200 }, (_, k) => {
        const user = k % 80;
        return [user, (user % 4) * 15 + ((Math.floor(k / 80) * (user + shift)) % 15)] as const;
      });
      return matrixFromIndices({
        rows: 80,
        cols: 60,
        userIndices: cells.map(([user]) => user),
        itemIndices: cells.map(([, item]) => item),
      });
    };
    const { figures } = compareInteractions(halves(1), halves(2));
    expect(figures.find((one) => one.figure === 'popularityLast')).toMatchObject({ low: 1, verdict: 'in' });
  });
});

describe('sizes', () => {
  it('are made equal by seeded samples, nobody left without an item', () => {
    const large = interactions({ ...options, users: 900, items: 400, seed: 'large' }).matrix();
    const [a, b] = equalSize(large, reference, { seed: 1 });
    const [again] = equalSize(large, reference, { seed: 1 });
    expect(Math.abs(a.rows - b.rows)).toBeLessThanOrEqual(5);
    expect(a.rows).toBeLessThanOrEqual(500);
    expect(a.cols).toBe(b.cols);
    expect(again.users).toEqual(a.users);
    expect(equalSize(large, reference, { seed: 2 })[0].users).not.toEqual(a.users);
    for (const one of [a, b]) {
      for (let user = 0; user < one.rows; user++)
        expect(one.indptr[user + 1]!).toBeGreaterThan(one.indptr[user]!);
    }
  });

  it('that are too small for a comparison are said to be', () => {
    const few = interactions({ users: 30, items: 40, seed: 'few' }).matrix();
    const report = verifyMatrix(few, { reference, quick: true });
    expect(codes(report)).toContain('NOT_COMPARED');
    expect(report.comparison).toBeNull();
    expect(numbers(report).every(Number.isFinite)).toBe(true);
  });
});

describe('a reference', () => {
  const fileOf = async (text: string): Promise<string> => {
    const path = join(await mkdtemp(join(tmpdir(), 'synth-verify-')), 'real.csv');
    await writeFile(path, text);
    return path;
  };
  const textOf = (matrix: InteractionMatrix, header: string): string =>
    [
      header,
      ...matrix.users.flatMap((user, row) =>
        Array.from(
          matrix.indices.subarray(matrix.indptr[row]!, matrix.indptr[row + 1]!),
          (item) => `${user},${matrix.items[item]!}`,
        ),
      ),
      '',
    ].join('\n');

  it('is read from a file, by columns of its own', async () => {
    const dir = await writeRun({ ...options, users: 150, items: 100, seed: 'other' });
    const real = interactions({ ...options, users: 150, items: 100, seed: 'real' }).matrix();
    const report = await verify(dir, {
      reference: await fileOf(textOf(real, 'who,what')),
      referenceColumns: { user: 'who', item: 'what' },
      quick: true,
    });
    expect(report.comparison!.reference).toMatchObject({ name: 'real.csv', kind: 'file', users: 150 });
    // The file has no times: neither has the comparison.
    expect(report.comparison!.columns.map(({ column }) => column)).not.toContain('hour');
    expect(figure(report, 'burstiness')).toMatchObject({ verdict: 'unjudged', reference: null });
  });

  it.each([
    [
      'REFERENCE_UNSUITED',
      `user_id,item_id\n${Array.from({ length: 30 }, (_, k) => `ann,x${k}\n`).join('')}`,
    ],
    [
      'REFERENCE_UNSUITED',
      `user_id,item_id\n${Array.from({ length: 60 }, (_, k) => `u${k},x${k}\n`).join('')}`,
    ],
    ['SOURCE_EMPTY', 'user_id,item_id\n'],
    ['INPUT_EMPTY', ''],
    ['INPUT_COLUMN_MISSING', 'name,what\nann,x\n'],
  ])('that cannot be compared with is refused with %s', async (code, text) => {
    const dir = await writeRun({ users: 60, items: 40, seed: 5 });
    await expect(verify(dir, { reference: await fileOf(text) })).rejects.toMatchObject({ code });
  });

  it('that is not there, or beside a preset, is refused', async () => {
    await expect(verify('x', { reference: '/no/such/file' })).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
    });
    await expect(verify('x', { reference: 'y', preset: 'standard' })).rejects.toMatchObject({
      code: 'BANDS_CLASH',
    });
  });
});

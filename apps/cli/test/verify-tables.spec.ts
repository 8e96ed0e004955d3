import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TablesReport } from '@synth/verify';
import { verified } from './fixtures/verified';

/** Reviews by shares of stars, in a new folder. */
async function reviewsFile(stars: readonly number[]): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'synth-verify-tables-')), 'reviews.csv');
  const rows = stars.flatMap((count, at) =>
    Array.from({ length: count }, (_, row) => {
      const words = 2 + ((row * row) % 29) * (at === 4 ? 1 : 2);
      return `u${at}-${row},${at + 1},${'word '.repeat(words).trim()},${row % 10 < 7}`;
    }),
  );
  await writeFile(path, `user_id,rating,review_text,verified\n${rows.join('\n')}\n`);
  return path;
}

const shop = [90, 50, 75, 140, 640];

describe('synth verify of plain tables', () => {
  it('ends with 0 for reviews as shops have them', async () => {
    const { code, text } = await verified(await reviewsFile(shop));
    expect(code).toBe(0);
    expect(text).toMatch(/^PASS .* 995 rows of reviews in reviews\.csv\nThese tables look like real ones: /);
    expect(text).toMatch(/\n {2}T22 {2}stars: ends by middle \(J\) +2\.75 +1\.5 to 3\.6 +ok\n/);
    expect(text).toContain('bands of such tables, seed synth');
  });

  it('ends with 1 for uniform stars, and says which figures', async () => {
    const { code, text } = await verified(await reviewsFile([200, 200, 200, 200, 200]), '--json');
    expect(code).toBe(1);
    const report = JSON.parse(text) as TablesReport & { event: string };
    expect(report.event).toBe('tables-verified');
    expect(report.verdict.reasons[0]!.code).toBe('SHAPE_OUT_OF_BAND');
    expect(report.verdict.sentence).toContain('stars: mean 3, not 3.9 to 4.5');
  });

  it('takes a folder, and writes a page beside it', async () => {
    const folder = dirname(await reviewsFile(shop));
    await writeFile(join(folder, 'searches.csv'), 'query\nred shoes\nwinter coat\n');
    const { text, opened } = await verified(folder, '--open');
    expect(text).toContain('2 rows of searches in searches.csv');
    expect(opened).toEqual([`${folder}.report.html`]);
    const page = await readFile(`${folder}.report.html`, 'utf8');
    expect(page).toContain('<figure id="stars">');
    expect(page).toContain('<figure id="query-words">');
  });

  it('takes names of columns, for any column', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'synth-verify-tables-')), 'log.csv');
    const rows = Array.from({ length: 200 }, (_, at) => [
      `v${at % 9}`,
      at % 25 === 0 ? 'cart' : at % 67 === 0 ? 'buy' : 'view',
    ]);
    await writeFile(path, `who,did\n${rows.map((row) => row.join(',')).join('\n')}\n`);
    const { text } = await verified(path, '--columns', 'event=did', '--user', 'who');
    expect(text).toContain('200 rows of events in log.csv');
    await expect(verified(path, '--columns', 'evnet=did')).rejects.toMatchObject({
      code: 'OPTION_VALUE',
      message: '--columns evnet=did: nothing is called evnet: did you mean event?',
    });
    await expect(verified(path, '--columns', 'event=kind,user=who')).rejects.toMatchObject({
      code: 'INPUT_COLUMN_MISSING',
    });
  });

  it('looks at interactions as tables where --tables says so, and refuses what is about interactions', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'synth-verify-tables-')), 'events.csv');
    const rows = Array.from({ length: 60 }, (_, at) => `u${at % 7},x${at % 11},view`);
    await writeFile(path, `user_id,item_id,event_type\n${rows.join('\n')}\n`);
    const { text } = await verified(path, '--tables');
    expect(text).toContain('60 rows of events in events.csv');
    const html = join(dirname(path), 'page.html');
    await expect(verified(path, '--tables', '--reference', path, '--html', html)).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      field: 'reference',
    });
    await expect(verified(path, '--twin', path, '--tables')).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      field: 'tables',
    });
    expect(existsSync(html)).toBe(false);
  });

  it('holds to the bands of a preset, and refuses one that is not there', async () => {
    const path = await reviewsFile(shop);
    const { text } = await verified(path, '--preset', 'marketplace-reviews-like');
    expect(text).toContain('bands of marketplace-reviews-like');
    expect(text).toMatch(/T06 {2}users with one review +1 +0\.45 to 0\.58 +OUT/);
    await expect(verified(path, '--preset', 'marketplace')).rejects.toMatchObject({ code: 'PRESET_UNKNOWN' });
  });
});

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyTables, verifyTablesWithSet } from '../src/index';
import { tablesHtml } from '../src/report/index';
import { writeTable } from './write-table';

const heads = {
  events: 'user_id,item_id,event_type,timestamp',
  impressions: 'query_id,item_id,position,clicked,purchased',
  searches: 'query_text',
  reviews: 'user_id,rating,review_text,verified',
  orders: 'order_id,order_date,delivery_date,expected_delivery_date,status',
  vectors: 'item_id,category,color,embedding',
} as const;

const oneRow: Record<keyof typeof heads, readonly unknown[]> = {
  events: ['ann', 'x', 'view', '2024-01-01T10:00:00Z'],
  impressions: ['q', 'x', 1, 0, 0],
  searches: ['red shoes'],
  reviews: ['ann', 5, 'good', true],
  orders: ['o', '2024-01-01', '2024-01-05', '2024-01-10', 'delivered'],
  vectors: ['x', 'shoes', 'red', [1, 2, 3]],
};

const kinds = Object.keys(heads) as (keyof typeof heads)[];

/** Every number in a report, wherever it stands. */
function numbers(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : [];
}

async function looked(path: string) {
  const { report, set } = await verifyTablesWithSet(path);
  expect(numbers(report).filter((value) => !Number.isFinite(value))).toEqual([]);
  expect(tablesHtml(report, set)).not.toMatch(/NaN|Infinity|undefined/);
  return report;
}

describe.each(kinds)('a table of %s', (kind) => {
  it('with a header alone is refused', async () => {
    const path = await writeTable(`${kind}.csv`, heads[kind], []);
    await expect(verifyTables(path)).rejects.toMatchObject({ code: 'SOURCE_EMPTY' });
  });

  it('of one row is judged, without a number that is none', async () => {
    const report = await looked(await writeTable(`${kind}.csv`, heads[kind], [oneRow[kind]]));
    expect(report.source.tables).toMatchObject([{ kinds: [kind], rows: 1 }]);
  });

  it('whose columns are all blank says that nothing was measured, and why', async () => {
    // A line of nothing is no row, one of a blank is.
    const blank = heads[kind].split(',').map(() => ' ');
    const path = await writeTable(`${kind}.csv`, heads[kind], [blank, blank]);
    const { verdict, realism } = await looked(path);
    expect(realism.every(({ value }) => value === null)).toBe(true);
    expect(verdict.ok).toBe(false);
    expect(verdict.reasons.map(({ code }) => code)).toContain('NOTHING_MEASURED');
  });

  it('whose columns are null in JSON Lines is no better', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'synth-tables-')), `${kind}.jsonl`);
    const row = Object.fromEntries(heads[kind].split(',').map((name) => [name, null]));
    await writeFile(path, `${JSON.stringify(row)}\n${JSON.stringify(row)}\n`);
    expect((await looked(path)).verdict.reasons.map(({ code }) => code)).toContain('NOTHING_MEASURED');
  });
});

describe('without positives', () => {
  const shown = (clicked: (at: number) => number, purchased = 0) =>
    writeTable(
      'shown.csv',
      heads.impressions,
      Array.from({ length: 3000 }, (_, at) => [
        `q${Math.floor(at / 10)}`,
        `x${(at * 7 + Math.floor(at / 10)) % 31}`,
        1 + (at % 10),
        clicked(at),
        clicked(at) * purchased,
      ]),
    );

  it('impressions that nobody clicks say so', async () => {
    const { integrity, realism } = await looked(await shown(() => 0));
    expect(realism.map(({ verdict }) => verdict)).toEqual(['unmeasured', 'unmeasured', 'unmeasured']);
    expect(integrity).toContainEqual({
      name: 'impressions: purchases by rank',
      status: 'skip',
      detail: 'no row was clicked; a slope needs 100',
    });
  });

  it.each([
    ['none was', 0],
    ['all were', 1],
  ])('clicks of which %s bought have no slope that 0 lies in', async (word, purchased) => {
    const { integrity, realism } = await looked(await shown((at) => Number(at % 3 === 0), purchased));
    expect(realism.find(({ figure }) => figure === 'clickToBuySlope')!.verdict).toBe('unmeasured');
    expect(integrity.find(({ name }) => name === 'impressions: purchases by rank')!.detail).toContain(word);
  });

  it('events without a purchase have no rate of it', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => [
      `u${at % 7}`,
      'x',
      'view',
      1_700_000_000 + at * 5000,
    ]);
    const { integrity, realism } = await looked(await writeTable('events.csv', heads.events, rows));
    const of = (figure: string) => realism.find((one) => one.figure === figure)!.verdict;
    expect(['viewToCart', 'cartToBuy', 'buyRate', 'buyingSessions'].map(of)).toEqual(
      Array(4).fill('unmeasured'),
    );
    expect(integrity).toContainEqual({
      name: 'events: funnel',
      status: 'skip',
      detail: 'no event is called a cart or a purchase',
    });
  });

  it('orders of which nothing came have no days and no returns', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => [at, '2024-01-01', '', '2024-01-10', 'pending']);
    const { verdict } = await looked(await writeTable('orders.csv', heads.orders, rows));
    expect(verdict.sentence).toMatch(/^Nothing could be measured: .*no order was delivered/);
  });
});

describe('what is wrong is found where it stands', () => {
  it.each([
    ['events', ['ann', 'x', 'view', 'yesterday'], 'events: times', 'in line 3 of events.csv'],
    ['events', ['', 'x', 'view', '2024-01-01'], 'events: who', 'in line 3 of events.csv'],
    ['impressions', ['q', 'x', 'top', 1, 0], 'impressions: ranks', 'in line 3'],
    ['impressions', ['q', 'x', 2, 'maybe', 0], 'impressions: clicks', 'in line 3'],
    ['impressions', ['q', 'x', 2, 1, 'maybe'], 'impressions: purchases', 'in line 3'],
    ['reviews', ['ann', 'five', 'good', true], 'reviews: stars', 'in line 3'],
    ['reviews', ['ann', 5, 'good', 'perhaps'], 'reviews: verified', 'in line 3'],
    ['orders', ['o', '2024-01-08', '2024-01-05', '2024-01-10', 'delivered'], 'orders: delivery', 'in line 3'],
    ['orders', ['o', 'soon', '2024-01-05', '2024-01-10', 'delivered'], 'orders: dates', 'in line 3'],
    ['vectors', ['x', 'shoes', 'red', '[1,"a",2]'], 'vectors: numbers', 'in line 3'],
    ['vectors', ['x', 'shoes', 'red', [1, 2]], 'vectors: width', 'in line 3'],
  ] as const)('%s %j', async (kind, row, name, where) => {
    const path = await writeTable(`${kind}.csv`, heads[kind], [oneRow[kind], row, oneRow[kind]]);
    const { integrity, verdict } = await looked(path);
    const found = integrity.filter(({ status }) => status === 'fail');
    expect(found.map((one) => one.name)).toEqual([name]);
    expect(found[0]!.detail).toContain(where);
    expect(verdict.reasons[0]!.code).toBe('NOT_WHOLE');
  });

  it('a text with an address is personal data', async () => {
    const path = await writeTable('reviews.csv', heads.reviews, [
      ['ann', 5, 'write to ann.smith@example.com', true],
    ]);
    const { integrity } = await looked(path);
    expect(integrity.find(({ name }) => name === 'personal data')).toMatchObject({ status: 'fail' });
  });

  it('the digits of vectors and times are not', async () => {
    const vector = [0.4111111111111111, 4.242424242424242, 0.5555555555554444];
    const rows = Array.from({ length: 20 }, (_, at) => [
      'x',
      'shoes',
      'red',
      vector.map((value) => value * (at + 1) + at),
    ]);
    const { integrity } = await looked(await writeTable('items.csv', heads.vectors, rows));
    expect(integrity.find(({ name }) => name === 'personal data')).toMatchObject({ status: 'pass' });
    const time = '2024-03-01T10:00:00+01:00';
    const orders = [['o', time, time, time, 'delivered']];
    const { integrity: ofOrders } = await looked(await writeTable('orders.csv', heads.orders, orders));
    expect(ofOrders.find(({ name }) => name === 'personal data')).toMatchObject({ status: 'pass' });
  });

  it('stars of another scale have no shape of five', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => ['ann', 1 + (at % 10), 'good', true]);
    const { integrity } = await looked(await writeTable('reviews.csv', heads.reviews, rows));
    expect(integrity).toContainEqual({
      name: 'reviews: shape of stars',
      status: 'skip',
      detail: 'stars are not the whole numbers 1 to 5',
    });
  });

  it.each([
    ['no folder', {}, 'SOURCE_UNREADABLE'],
    ['a preset that is not there', { preset: 'retail' }, 'PRESET_UNKNOWN'],
  ])('%s', async (_, options, code) => {
    await expect(verifyTables('/no/such/folder', options)).rejects.toMatchObject({ code });
  });

  it('a table of no known kind, and a column that is not there', async () => {
    const path = await writeTable('weather.csv', 'day,rain', [['2024-01-01', 3]]);
    await expect(verifyTables(path)).rejects.toMatchObject({ code: 'SOURCE_UNSUITED' });
    await expect(verifyTables(path, { columns: { event: 'kind' } })).rejects.toMatchObject({
      code: 'INPUT_COLUMN_MISSING',
      field: 'event',
    });
  });
});

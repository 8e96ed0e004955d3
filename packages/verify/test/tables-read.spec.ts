import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainTables, readSource, verify, verifyTables } from '../src/index';
import { reportHtml } from '../src/report/index';
import { sniffedTable } from '../src/tables/sniffed-table';
import { verifySource } from '../src/verify';
import { writeRun } from './write-run';
import { writeTable } from './write-table';

const newFolder = () => mkdtemp(join(tmpdir(), 'synth-tables-'));

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const valuesOf = ({ realism }: Awaited<ReturnType<typeof verifyTables>>) =>
  Object.fromEntries(realism.map(({ figure, value }) => [figure, value]));

/** A `.npy` file of single precision. */
function npy(rows: readonly (readonly number[])[]): Buffer {
  const width = rows[0]!.length;
  const head = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows.length}, ${width}), }`;
  const text = `${head.padEnd(117)}\n`;
  const begin = Buffer.from('\x93NUMPY\x01\x00\x00\x00', 'latin1');
  begin.writeUInt16LE(text.length, 8);
  return Buffer.concat([
    begin,
    Buffer.from(text, 'latin1'),
    Buffer.from(Float32Array.from(rows.flat()).buffer),
  ]);
}

const clusters = Array.from({ length: 60 }, (_, at) =>
  [2 + Math.sin(at), (at % 3) * 2 + Math.cos(at * 2), 1 + Math.sin(at * 3)].map(Math.fround),
);

describe('tables are known by the columns of', () => {
  it('a search log, whose features are objects', async () => {
    const folder = await newFolder();
    const path = join(folder, 'search_logs.jsonl');
    const log = (at: number) => ({
      log_id: `l${at}`,
      created_at: '2024-01-01T00:00:00Z',
      state: {
        user_id: `u${at % 9}`,
        query_text: at % 4 === 0 ? 'very cheap red winter shoes' : 'red shoes',
        session_features: { session_id: `s${at}`, previous_clicks_count: 0 },
      },
      action: { action_source: 'static' },
      ranking: Array.from({ length: 10 }, (_, rank) => `p${(at * 7 + rank * 3) % 40}`),
      outcomes: at % 3 === 0 ? null : { clicked_ranks: [1 + (at % 10)], purchased_ranks: [] },
    });
    await writeFile(path, lines(Array.from({ length: 300 }, (_, at) => log(at))));
    const report = await verifyTables(path);
    expect(report.source.tables).toEqual([
      { file: 'search_logs.jsonl', kinds: ['impressions', 'searches'], rows: 300 },
    ]);
    expect(valuesOf(report)).toMatchObject({ queriesUnder4: 0.75, queryMode: 2 });
    expect(report.integrity).toContainEqual({
      name: 'impressions: policies',
      status: 'skip',
      detail: 'no policy is called random or uniform',
    });
  });

  it('events in envelopes, each kind with its own payload', async () => {
    const folder = await newFolder();
    const path = join(folder, 'user-events.jsonl');
    const event = (event_type: string, at: number, more: object = {}) => ({
      event_type,
      payload: { user_id: `u${at}`, session_id: `s${at}`, timestamp: 1_700_000_000_000 + at, ...more },
    });
    const rows = Array.from({ length: 60 }, (_, at) => [
      event('SearchPerformedEvent', at, { query: 'red shoes' }),
      event('NotificationClickedEvent', at, { product_id: 'x' }),
      ...(at % 3 === 0 ? [event('AddToCartEvent', at, { product_id: 'x', quantity: 1 })] : []),
      ...(at % 6 === 0
        ? [
            event('PurchaseMadeEvent', at, { order_id: `o${at}`, product_id: 'x' }),
            event('ReviewSubmittedEvent', at, { product_id: 'x', rating: 5, review_text: 'so good' }),
          ]
        : []),
    ]).flat();
    await writeFile(path, lines(rows));
    const report = await verifyTables(path);
    expect(report.source.tables[0]!.kinds).toEqual(['events', 'searches', 'reviews']);
    expect(valuesOf(report)).toMatchObject({
      viewToCart: 1 / 3,
      cartToBuy: 1 / 2,
      buyRate: 1 / 6,
      buyingSessions: 1 / 6,
      queryMode: 2,
      fiveStars: 1,
      reviewMu: Math.log(2),
    });
  });

  it('products beside an array of their vectors, and feedback', async () => {
    const folder = await newFolder();
    await writeTable(
      'products.csv',
      'item_id,is_hidden,categories,timestamp,labels,comment',
      clusters.map((_, at) => [
        at,
        false,
        [`c${at % 3}`, 'all'],
        '2024-01-01',
        { brand: 'b', color: `t${at % 2}` },
        '',
      ]),
      folder,
    );
    await writeFile(join(folder, 'embeddings.npy'), npy(clusters));
    await writeTable(
      'interactions.csv',
      'FeedbackType,UserId,ItemId,Timestamp,Comment',
      [
        ['view', 'U1', 1, '2024-01-01T00:00:00Z', ''],
        ['view', 'U1', 2, '2024-01-01T00:01:00Z', ''],
        ['purchase', 'U1', 2, '2024-01-01T00:02:00Z', ''],
      ],
      folder,
    );
    const report = await verifyTables(folder);
    expect(report.source.tables).toEqual([
      { file: 'embeddings.npy', kinds: ['vectors'], rows: 60 },
      { file: 'interactions.csv', kinds: ['events'], rows: 3 },
    ]);
    const values = valuesOf(report);
    expect(values).toMatchObject({ buyRate: 1 / 2, sessionLength: 3 });
    expect(values['categoryPurity']).toBeGreaterThan(0.5);
    expect(values['colourPurity']).toBeGreaterThan(0);
    // The same in one table.
    const one = await writeTable(
      'one.csv',
      'item_id,category,color,embedding',
      clusters.map((vector, at) => [at, `c${at % 3}`, `t${at % 2}`, vector]),
    );
    expect((await verifyTables(one)).realism.filter(({ id }) => id === 'T30')).toEqual(
      report.realism.filter(({ id }) => id === 'T30'),
    );
  });

  it('reviews whose purchase may be missing', async () => {
    const rows = Array.from({ length: 10 }, (_, at) => [5, 'good', at < 7 ? `t${at}` : '']);
    const path = await writeTable('reviews.csv', 'review_stars,review_text,transaction_id', rows);
    expect(valuesOf(await verifyTables(path))).toMatchObject({ verifiedShare: 0.7 });
  });

  it('parts of one table, and says which tables were not looked at', async () => {
    const folder = await newFolder();
    await writeTable('a.csv', 'query_text', [['red shoes']], folder);
    await writeTable('b.csv', 'query_text', [['very long query of six words'], ['coat']], folder);
    await writeTable('c.csv', 'day,rain', [['monday', 3]], folder);
    await writeTable('d.csv', 'query', [['other columns']], folder);
    await writeTable('e.csv', 'query', [], folder);
    const { source, realism, integrity } = await verifyTables(folder);
    expect(source.tables.map(({ file }) => file)).toEqual(['a.csv', 'b.csv']);
    expect(realism.find(({ figure }) => figure === 'queriesUnder4')!.value).toBeCloseTo(2 / 3, 12);
    expect(integrity.filter(({ status }) => status === 'skip').map(({ name }) => name)).toEqual([
      'c.csv',
      'd.csv: searches',
      'e.csv',
    ]);
  });

  it('Parquet', async () => {
    const run = await writeRun({ users: 30, items: 20, seed: 'parquet' }, 'parquet');
    const path = join(run, 'interactions.parquet');
    const { columns, kinds } = await sniffedTable(path);
    expect(columns).toEqual(expect.arrayContaining(['user_id', 'item_id', 'timestamp']));
    expect(kinds).toEqual([]);
    // Ids are one word each.
    const report = await verifyTables(path, { columns: { query: 'item_id' } });
    expect(valuesOf(report)).toEqual({ queriesUnder4: 1, queriesUnder6: 1, queryMode: 1 });
  });

  it('columns that are named', async () => {
    const path = await writeTable('log.csv', 'who,what,did', [
      ['ann', 'x', 'view'],
      ['ann', 'x', 'buy'],
    ]);
    await expect(verifyTables(path)).rejects.toMatchObject({ code: 'SOURCE_UNSUITED' });
    const columns = { user: 'who', item: 'what', event: 'did' };
    expect(valuesOf(await verifyTables(path, { columns }))).toMatchObject({ buyRate: 1, repeatShare: 0.5 });
  });
});

describe('interactions that are events, reviews or orders too', () => {
  const events = Array.from({ length: 900 }, (_, at) => [
    `u${at % 45}`,
    `x${(at * at + Math.floor(at / 45) * 3) % 29}`,
    at % 30 === 0 ? 'purchase' : at % 10 === 0 ? 'cart' : 'view',
    1_700_000_000 + at * 1000,
  ]);
  const head = 'user_id,item_id,event_type,timestamp';

  it('have the figures of both, with pictures', async () => {
    const path = await writeTable('events.csv', head, events);
    expect(await plainTables(path)).toBe(false);
    const source = await readSource(path);
    const report = verifySource(source, { quick: true });
    const of = (figure: string) => report.realism.filter((one) => one.figure === figure);
    expect(of('density')).toHaveLength(1);
    expect(of('viewToCart')[0]).toMatchObject({ id: 'T15', verdict: expect.stringMatching(/^(in|out)$/) });
    // Of every event, not of every pair.
    expect(of('sessionLength')).toHaveLength(1);
    expect(report.integrity.map(({ name }) => name)).toContain('events: who');
    expect(report.integrity.filter(({ name }) => name === 'personal data')).toHaveLength(1);
    expect(reportHtml(report, source)).toContain('<figure id="funnel">');
  });

  it('are held to the bands of tables by a preset of theirs alone', async () => {
    const path = await writeTable('events.csv', head, events);
    const judged = async (preset?: string) => {
      const { realism } = await verify(path, { quick: true, ...(preset === undefined ? {} : { preset }) });
      return Object.fromEntries(realism.map(({ figure, verdict }) => [figure, verdict]));
    };
    expect(await judged('movielens-like')).toMatchObject({ viewToCart: 'unjudged', density: 'out' });
    expect(await judged('retail-like')).toMatchObject({
      density: 'out',
      eventsMedian: 'out',
      itemGini: 'unjudged',
    });
  });
});

it('interactions that repeat have a share of repeats, without a column of events too', async () => {
  const plays = Array.from({ length: 400 }, (_, at) => [`u${at % 20}`, `x${((at % 100) * 7) % 31}`]);
  const path = await writeTable('plays.csv', 'user_id,item_id', plays);
  const { realism } = await verify(path, { quick: true });
  const pairs = new Set(plays.map(String)).size;
  expect(realism.find(({ figure }) => figure === 'repeatShare')).toMatchObject({
    id: 'T11',
    value: 1 - pairs / 400,
    verdict: 'unjudged',
  });
});

describe('plainTables', () => {
  it('is true of folders that are no runs, and of rows that are no interactions', async () => {
    const folder = await newFolder();
    expect(await plainTables(folder)).toBe(true);
    await mkdir(join(folder, 'run'));
    await writeFile(join(folder, 'run', 'manifest.json'), '{}');
    expect(await plainTables(join(folder, 'run'))).toBe(false);
    const shown = await writeTable('shown.csv', 'user_id,item_id,position,clicked', [['ann', 'x', 1, 1]]);
    expect(await plainTables(shown)).toBe(true);
    const plays = await writeTable('plays.csv', 'user_id,item_id,plays', [['ann', 'x', 1]]);
    expect(await plainTables(plays)).toBe(false);
    expect(await plainTables(join(folder, 'nothing'))).toBe(false);
  });
});

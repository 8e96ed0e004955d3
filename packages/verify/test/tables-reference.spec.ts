import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyTables } from '../src/index';
import { positionCurve } from '../src/realism/position-figures';
import { principalAxes } from '../src/realism/principal-axes';
import { RankChance } from '../src/realism/rank-chance';
import { writeTable } from './write-table';

type Figures = Readonly<Record<string, number>>;

const reference = JSON.parse(readFileSync(join(__dirname, 'reference/tables.json'), 'utf8')) as {
  visits: { rows: [number, number, string, number][]; figures: Figures };
  positions: {
    rows: [number, number, number, number, number][];
    figures: Figures;
    errors: Figures;
    publishedEta: number;
    explained: number;
  };
  queries: { texts: string[]; figures: Figures };
  reviews: { stars: number[]; words: number[]; verified: number[]; users: number[]; figures: Figures };
  orders: { rows: [number, number | null, number, string, number][]; figures: Figures };
  vectors: {
    vectors: number[][];
    categories: number[];
    colours: number[];
    figures: Figures;
    shares: number[];
  };
};

const valuesOf = async (path: string): Promise<Record<string, number | null>> =>
  Object.fromEntries((await verifyTables(path)).realism.map(({ figure, value }) => [figure, value]));

const close = (figures: Figures, digits = 10): object =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, expect.closeTo(value, digits)]));

describe('numpy, scipy and scikit-learn agree on', () => {
  it('funnel, sessions and activity', async () => {
    const { rows, figures } = reference.visits;
    const path = await writeTable('events.csv', 'user_id,item_id,event_type,timestamp', rows);
    expect(await valuesOf(path)).toEqual(close(figures));
  });

  it('clicks and purchases by rank, with their errors', async () => {
    const { rows, figures, errors } = reference.positions;
    const path = await writeTable('shown.csv', 'query_id,item_id,position,clicked,purchased', rows);
    expect(await valuesOf(path)).toEqual(close(figures));
    const { realism } = await verifyTables(path);
    for (const [name, error] of Object.entries(errors)) {
      const { value, interval } = realism.find(({ figure }) => figure === name)!;
      expect((interval!.high - value!) / 1.96).toBeCloseTo(error, 10);
    }
  });

  it('eta of the published curve, which is 1.11', () => {
    const curve = [0.68, 0.61, 0.48, 0.34, 0.28, 0.2, 0.11, 0.1, 0.08, 0.06];
    const shown = curve.map(() => 100_000);
    const found = positionCurve({ shown, clicked: curve.map((share) => share * 100_000) })!;
    expect(found.eta).toBeCloseTo(reference.positions.publishedEta, 10);
    expect(found.eta).toBeCloseTo(1.11, 2);
    // The curve is rounded to two digits where it is relative.
    expect(found.error).toBeLessThan(0.01);
  });

  it('how far items explain ranks', () => {
    const chance = new RankChance('reference');
    for (const [search, item, rank] of reference.positions.rows) chance.add(`${search}`, `${item}`, rank);
    const found = chance.finish()!;
    expect(found.explained).toBeCloseTo(reference.positions.explained, 10);
    expect(found.follows).toBe(false);
  });

  it('words of queries', async () => {
    const { texts, figures } = reference.queries;
    const path = await writeTable(
      'searches.csv',
      'query_text',
      texts.map((text) => [text]),
    );
    expect(await valuesOf(path)).toEqual(close(figures));
  });

  it('stars, words and purchases of reviews', async () => {
    const { stars, words, verified, users, figures } = reference.reviews;
    const path = await writeTable(
      'reviews.csv',
      'user_id,rating,review_text,verified_purchase',
      stars.map((star, at) => [users[at], star, Array(words[at]).fill('good').join(' '), verified[at]]),
    );
    const { reviewTailAlpha, ...found } = await valuesOf(path);
    expect(found).toEqual(close(figures));
    expect(reviewTailAlpha).toBeGreaterThan(1);
  });

  it('delivery, stars by lateness and returns: in one table, or in two', async () => {
    const { rows, figures } = reference.orders;
    const head = 'order_id,order_date,delivery_date,expected_delivery_date,transaction_status';
    const one = await writeTable(
      'orders.csv',
      `${head},review_score`,
      rows.map((row, at) => [at, ...row]),
    );
    expect(await valuesOf(one)).toEqual(close(figures));
    const folder = await mkdtemp(join(tmpdir(), 'synth-tables-'));
    await writeTable(
      'transactions.csv',
      head,
      rows.map(([ordered, delivered, expected, status], at) => [at, ordered, delivered, expected, status]),
      folder,
    );
    await writeTable(
      'reviews.csv',
      'transaction_id,review_stars,review_text',
      rows.map(([, , , , star], at) => [at, star, 'fine']),
      folder,
    );
    expect(await valuesOf(folder)).toMatchObject(close(figures));
  });

  it('the geometry of vectors', async () => {
    const { vectors, categories, colours, figures } = reference.vectors;
    const path = await writeTable(
      'items.csv',
      'item_id,category,color,embedding',
      vectors.map((vector, at) => [at, categories[at], colours[at], vector]),
    );
    // Vectors are kept in single precision.
    expect(await valuesOf(path)).toEqual(close(figures, 5));
  });

  it('shares of the first two principal axes', () => {
    const { vectors, shares } = reference.vectors;
    const units = vectors.flatMap((vector) => {
      const length = Math.hypot(...vector);
      return vector.map((value) => value / length);
    });
    const found = principalAxes(Float32Array.from(units), vectors[0]!.length)!;
    found.shares.forEach((share, at) => expect(share).toBeCloseTo(shares[at]!, 5));
  });
});

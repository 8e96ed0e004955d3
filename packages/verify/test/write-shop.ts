import { dirname } from 'node:path';
import { writeTable } from './write-table';

/** A small shop: a folder with a table of every kind. Nothing is drawn by chance. */
export async function writeShop(): Promise<string> {
  const folder = dirname(
    await writeTable(
      'events.csv',
      'user_id,item_id,event_type,timestamp',
      Array.from({ length: 600 }, (_, at) => [
        `u${at % 40}`,
        `x${(at * at) % 31}`,
        at % 90 === 0 ? 'purchase' : at % 30 === 0 ? 'cart' : 'view',
        1_700_000_000 + at * 1000,
      ]),
    ),
  );
  await writeTable(
    'impressions.csv',
    'query_id,query_text,item_id,position,clicked,purchased',
    Array.from({ length: 4000 }, (_, at) => {
      const [list, rank] = [Math.floor(at / 10), (at % 10) + 1];
      const clicked = (list * 7) % (3 * rank) === 0;
      const words = 'red winter shoes for children'.split(' ').slice(0, 1 + (list % 5));
      return [
        list,
        words.join(' '),
        `x${(list * 3 + rank * 7) % 37}`,
        rank,
        clicked,
        clicked && list % 5 === 0,
      ];
    }),
    folder,
  );
  await writeTable(
    'reviews.csv',
    'user_id,order_id,rating,review_text,verified',
    Array.from({ length: 400 }, (_, at) => [
      `u${at % 90}`,
      at,
      at % 3 > 0 ? 5 : 1 + ((at / 3) % 5),
      'word '.repeat(1 + ((at * at) % 60)),
      at % 10 < 7,
    ]),
    folder,
  );
  await writeTable(
    'orders.csv',
    'order_id,order_date,delivery_date,expected_delivery_date,return_date',
    Array.from({ length: 400 }, (_, at) => [
      at,
      '2024-03-01',
      `2024-03-${String(5 + (at % 20)).padStart(2, '0')}`,
      '2024-03-18',
      at % 6 === 0 ? '2024-04-01' : '',
    ]),
    folder,
  );
  await writeTable(
    'products.csv',
    'item_id,category,color,embedding',
    Array.from({ length: 200 }, (_, at) => [
      at,
      `kind ${at % 4}`,
      `colour ${at % 3}`,
      Array.from({ length: 8 }, (_axis, axis) => 1 + Math.sin(at * (axis + 1)) + (axis === at % 4 ? 2 : 0)),
    ]),
    folder,
  );
  return folder;
}

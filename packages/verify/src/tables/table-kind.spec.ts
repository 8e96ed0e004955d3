import { roleColumns } from './role-columns';
import { tableKinds } from './table-kind';

const kindsOf = (...columns: string[]) => tableKinds(roleColumns(columns));

it.each([
  [['user_id', 'item_id', 'timestamp'], []],
  [['user_id', 'item_id', 'rating', 'timestamp'], []],
  [['visitorid', 'itemid', 'event', 'timestamp'], ['events']],
  [['session_id', 'product_id', 'event_type'], ['events']],
  [['event_type', 'product_id'], []],
  [['srch_id', 'position', 'click_bool', 'booking_bool'], ['impressions']],
  [['position', 'item_id'], []],
  [
    ['query_text', 'position', 'clicked'],
    ['impressions', 'searches'],
  ],
  [['asin', 'overall', 'reviewText', 'verified'], ['reviews']],
  [['order_id', 'order_status', 'order_purchase_timestamp', 'order_delivered_customer_date'], ['orders']],
  [['order_id', 'returned'], ['orders']],
  [['item_id', 'category', 'embeddings'], ['vectors']],
])('%j is %j', (columns, kinds) => {
  expect(kindsOf(...columns)).toEqual(kinds);
});

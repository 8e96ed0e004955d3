/**
 * What columns of plain tables are called, by what they hold. Capitals and `_`, `-` or blanks between words do not matter,
 * and of a nested column (`payload.user_id`) its last part counts.
 */
const usual = {
  user: ['user_id', 'user', 'customer_id', 'visitor_id', 'customer_unique_id', 'client_id', 'reviewer_id'],
  item: [
    'item_id',
    'item',
    'product_id',
    'asin',
    'parent_asin',
    'article_id',
    'song_id',
    'track_id',
    'prop_id',
  ],
  timestamp: ['timestamp', 'event_time', 'time', 'created_at', 'ts', 'unix_review_time'],
  session: ['session_id', 'session', 'user_session', 'visit_id'],
  event: ['event_type', 'event', 'event_name', 'feedback_type', 'behavior', 'behavior_type', 'behaviour'],
  list: ['query_id', 'search_id', 'srch_id', 'log_id', 'impression_id', 'request_id', 'list_id'],
  position: ['position', 'rank', 'slot', 'pos'],
  clicked: ['clicked', 'click', 'is_click', 'is_clicked', 'click_bool'],
  purchased: ['purchased', 'purchase', 'is_purchase', 'is_purchased', 'bought', 'booking_bool'],
  policy: ['policy', 'logging_policy', 'behavior_policy', 'action_source', 'bucket'],
  random: ['is_random', 'random_bool', 'is_rand'],
  ranking: ['ranking'],
  clickedRanks: ['clicked_ranks'],
  purchasedRanks: ['purchased_ranks'],
  query: ['query_text', 'query', 'search_query', 'search_term', 'keywords'],
  rating: ['review_stars', 'stars', 'rating', 'overall', 'review_score', 'star_rating'],
  text: [
    'review_text',
    'review_body',
    'review_content',
    'review_comment_message',
    'verified_reviews',
    'text',
  ],
  verified: ['verified', 'verified_purchase', 'is_verified'],
  transaction: ['transaction_id', 'order_id'],
  orderDate: ['order_date', 'ordered_at', 'order_purchase_timestamp', 'purchase_date'],
  deliveryDate: ['delivery_date', 'delivered_at', 'order_delivered_customer_date'],
  expectedDate: [
    'expected_delivery_date',
    'estimated_delivery_date',
    'order_estimated_delivery_date',
    'promised_date',
  ],
  returnDate: ['return_date', 'returned_at'],
  returned: ['returned', 'is_returned'],
  status: ['transaction_status', 'order_status', 'status'],
  vector: ['embedding', 'embeddings', 'vector'],
  category: ['category', 'categories', 'product_type', 'genre'],
  colour: ['color', 'colour', 'labels'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a column of a plain table holds. */
export type TableRole = keyof typeof usual;

/**
 * Every role, for messages and help.
 *
 * @example
 * ```ts
 * tableRoles.includes('event'); // => true
 * ```
 */
export const tableRoles = Object.keys(usual) as readonly TableRole[];

/** The usual names of a role, the likeliest first. */
export const usualNames = (role: TableRole): readonly string[] => usual[role];

/** Which column holds what. */
export type RoleColumns = Readonly<Partial<Record<TableRole, string>>>;

/** `Order_Date`, `orderDate` and `order date` are one name. */
const plain = (name: string): string => name.replaceAll(/[\s_-]/g, '').toLowerCase();

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/**
 * Which of these columns hold what.
 *
 * @param named columns that are not called as usual; only those that are there count
 */
export function roleColumns(columns: readonly string[], named: RoleColumns = {}): RoleColumns {
  const byName = new Map<string, string>();
  // A column at the top comes before one of the same name in an object.
  for (const column of columns.toSorted((a, b) => a.split('.').length - b.split('.').length)) {
    const name = plain(lastPart(column));
    if (!byName.has(name)) byName.set(name, column);
  }
  const found: Partial<Record<TableRole, string>> = {};
  for (const role of tableRoles) {
    const own = named[role];
    if (own !== undefined) {
      if (columns.includes(own)) found[role] = own;
      continue;
    }
    const name = usual[role].map(plain).find((one) => byName.has(one));
    if (name !== undefined) found[role] = byName.get(name)!;
  }
  return found;
}

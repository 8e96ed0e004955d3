import type { RoleColumns } from './role-columns';

/** What a plain table can be a table of; one table may be several. */
export type TableKind = 'events' | 'impressions' | 'searches' | 'reviews' | 'orders' | 'vectors';

/** What a table with these columns is a table of. */
export function tableKinds(columns: RoleColumns): readonly TableKind[] {
  const has = (...roles: (keyof RoleColumns)[]): boolean =>
    roles.every((role) => columns[role] !== undefined);
  const kinds: readonly (readonly [TableKind, boolean])[] = [
    ['events', has('event', 'user') || has('event', 'session')],
    ['impressions', has('position', 'clicked') || has('ranking', 'clickedRanks')],
    ['searches', has('query')],
    ['reviews', has('rating', 'text') || has('rating', 'verified')],
    [
      'orders',
      has('orderDate', 'deliveryDate') ||
        has('orderDate', 'status') ||
        has('transaction', 'status') ||
        has('returned') ||
        has('returnDate'),
    ],
    ['vectors', has('vector')],
  ];
  return kinds.flatMap(([kind, is]) => (is ? [kind] : []));
}

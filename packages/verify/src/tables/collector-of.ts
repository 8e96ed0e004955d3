import { EventCollector } from './event-collector';
import { ImpressionCollector } from './impression-collector';
import type { LatenessStars } from './lateness-stars';
import { OrderCollector } from './order-collector';
import { QueryCollector } from './query-collector';
import { ReviewCollector } from './review-collector';
import type { CollectorOptions, TableCollector } from './table-findings';
import type { TableKind } from './table-kind';
import { VectorCollector } from './vector-collector';

const collectors: Readonly<
  Record<TableKind, (options: CollectorOptions, stars: LatenessStars) => TableCollector>
> = {
  events: (options) => new EventCollector(options),
  impressions: (options) => new ImpressionCollector(options),
  searches: () => new QueryCollector(),
  reviews: (options, stars) => new ReviewCollector(options, stars),
  orders: (options, stars) => new OrderCollector(options, stars),
  vectors: (options) => new VectorCollector(options),
};

/** What takes the rows of a table of a kind. */
export const collectorOf = (
  kind: TableKind,
  options: CollectorOptions,
  stars: LatenessStars,
): TableCollector => collectors[kind](options, stars);

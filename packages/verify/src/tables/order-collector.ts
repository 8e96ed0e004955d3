import { countCheck } from '../integrity/check';
import { Wrong } from '../integrity/wrong';
import { flagIn, idIn, isBlank, numberIn, timeIn } from './cell-values';
import type { Lateness, LatenessStars } from './lateness-stars';
import type { Cells, CollectorOptions, TableCollector, TableFindings } from './table-findings';
import { notMeasured } from './table-findings';

const dayMs = 86_400_000;

const day = (time: number): number => Math.floor(time / dayMs);

/** Whole days from the promised day to that of delivery, and the stars that go with them (T25). */
function latenessOf(days: number): Lateness {
  if (days < 0) return 'early';
  if (days > 7) return 'veryLate';
  return days >= 3 ? 'late' : 'other';
}

/** Orders: days to delivery, late ones, stars by lateness, returns (T25, T26). */
export class OrderCollector implements TableCollector {
  readonly #options: CollectorOptions;
  readonly #stars: LatenessStars;
  readonly #wrongDates = new Wrong();
  readonly #early = new Wrong();
  #rows = 0;
  #delivered = 0;
  #returned = 0;
  #timed = 0;
  #days = 0;
  #promised = 0;
  #late = 0;

  /** @param stars where deliveries meet stars */
  constructor(options: CollectorOptions, stars: LatenessStars) {
    this.#options = options;
    this.#stars = stars;
  }

  add(cells: Cells, where: () => string): void {
    this.#rows++;
    const ordered = this.#date(cells('orderDate'), where);
    const delivered = this.#date(cells('deliveryDate'), where);
    const expected = this.#date(cells('expectedDate'), where);
    const returned = this.#isReturned(cells, where);
    if (returned || this.#isDelivered(cells, delivered)) {
      this.#delivered++;
      if (returned) this.#returned++;
    }
    if (Number.isNaN(delivered)) return;
    if (!Number.isNaN(ordered)) {
      if (delivered < ordered) this.#early.at(where());
      this.#timed++;
      this.#days += (delivered - ordered) / dayMs;
    }
    if (Number.isNaN(expected)) return;
    this.#promised++;
    const late = day(delivered) - day(expected);
    if (late > 0) this.#late++;
    const stars = numberIn(cells('rating'));
    const transaction = idIn(cells('transaction'));
    if (this.#options.has('rating')) {
      if (!Number.isNaN(stars)) this.#stars.both(latenessOf(late), stars);
    } else if (transaction !== undefined) this.#stars.delivered(transaction, latenessOf(late));
  }

  #date(value: unknown, where: () => string): number {
    const time = timeIn(value);
    if (Number.isNaN(time) && !isBlank(value)) this.#wrongDates.at(where());
    return time;
  }

  /** By a date of return, a flag, or a status; in this order. */
  #isReturned(cells: Cells, where: () => string): boolean {
    const { has } = this.#options;
    if (has('returned') && !isBlank(cells('returned'))) return flagIn(cells('returned')) === true;
    const date = has('returnDate') && !Number.isNaN(this.#date(cells('returnDate'), where));
    return date || statusOf(cells) === 'returned';
  }

  #isDelivered(cells: Cells, delivered: number): boolean {
    const { has } = this.#options;
    if (has('status')) return statusOf(cells) === 'delivered';
    return has('deliveryDate') ? !Number.isNaN(delivered) : true;
  }

  finish(): TableFindings {
    const { has } = this.#options;
    const dated = has('orderDate') && has('deliveryDate');
    const share = (part: number, of: number): number => (of === 0 ? Number.NaN : part / of);
    const stars = dated && has('expectedDate') ? this.#stars.finish() : {};
    const unstarred = Object.values(stars).length > 0 && Object.values(stars).every(Number.isNaN);
    const tells = has('returned') || has('returnDate') || this.#returned > 0;
    return {
      kind: 'orders',
      rows: this.#rows,
      figures: {
        ...(dated ? { deliveryDays: share(this.#days, this.#timed) } : {}),
        ...(dated && has('expectedDate') ? { lateShare: share(this.#late, this.#promised), ...stars } : {}),
        returnRate: tells ? share(this.#returned, this.#delivered) : Number.NaN,
      },
      errors: {},
      checks: [
        countCheck('orders: dates', this.#wrongDates, { right: 'all are dates', wrong: 'are no dates' }),
        ...(dated
          ? [
              countCheck('orders: delivery', this.#early, {
                right: 'none is before its order',
                wrong: 'are before their order',
              }),
            ]
          : []),
        ...(dated && this.#timed === 0 ? [notMeasured('orders: days', 'no order was delivered')] : []),
        ...(unstarred
          ? [notMeasured('orders: stars by lateness', 'no review of these deliveries is here')]
          : []),
        ...(tells
          ? this.#delivered === 0
            ? [notMeasured('orders: returns', 'no order was delivered')]
            : []
          : [notMeasured('orders: returns', 'no column says what was returned')]),
      ],
      pictures: [],
    };
  }
}

const statusOf = (cells: Cells): 'delivered' | 'returned' | undefined => {
  const status = String(cells('status') ?? '')
    .trim()
    .toLowerCase();
  if (/^(returned|refunded)$/.test(status)) return 'returned';
  return /^(delivered|complete|completed)$/.test(status) ? 'delivered' : undefined;
};

import { countCheck } from '../integrity/check';
import { Wrong } from '../integrity/wrong';
import { visitFigures } from '../realism/visit-figures';
import { idIn, timeIn } from './cell-values';
import type { KeptRows } from './keyed-rows';
import { keptErrors, KeyedRows } from './keyed-rows';
import type { Cells, CollectorOptions, TableCollector, TableFindings } from './table-findings';
import { notMeasured } from './table-findings';

const steps = ['view', 'cart', 'purchase'] as const;
type Step = (typeof steps)[number];

/** What events are called, without capitals and signs. */
const words: Readonly<Record<string, Step>> = {
  ...{ view: 'view', pageview: 'view', pagevisit: 'view', productview: 'view', viewitem: 'view', pv: 'view' },
  ...{ click: 'view', clicks: 'view', detail: 'view', notificationclickedevent: 'view' },
  ...{ cart: 'cart', addtocart: 'cart', addtocartevent: 'cart', productaddtocart: 'cart', add: 'cart' },
  ...{ purchase: 'purchase', purchased: 'purchase', purchasemadeevent: 'purchase', transaction: 'purchase' },
  ...{ buy: 'purchase', order: 'purchase', productbuy: 'purchase', checkout: 'purchase' },
};

/** How many names of other events are remembered for messages. */
const mostNames = 8;

/** Events of visitors: the funnel from view to purchase, sessions, and who does how much (T06, T11 to T17). */
export class EventCollector implements TableCollector {
  readonly #options: CollectorOptions;
  readonly #kept: KeyedRows;
  readonly #counts = { view: 0, cart: 0, purchase: 0 };
  readonly #others = new Set<string>();
  readonly #items = new Map<string, number>();
  readonly #sessions = new Map<string, number>();
  readonly #keyless = new Wrong();
  readonly #untimed = new Wrong();
  #rows = 0;

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.#kept = new KeyedRows(4, { seed: options.seed, name: 'users', most: options.maxRows });
  }

  add(cells: Cells, where: () => string): void {
    const { has } = this.#options;
    const name = idIn(cells('event'));
    if (name === undefined) return;
    this.#rows++;
    const step = words[name.replaceAll(/[^a-z]/gi, '').toLowerCase()];
    if (step !== undefined) this.#counts[step]++;
    else if (this.#others.size < mostNames) this.#others.add(name);
    const key = idIn(cells(has('user') ? 'user' : 'session'));
    if (key === undefined) {
      this.#keyless.at(where());
      return;
    }
    const time = timeIn(cells('timestamp'));
    if (has('timestamp') && Number.isNaN(time)) this.#untimed.at(where());
    if (!this.#kept.keeps(key)) return;
    const named = has('user') && !has('timestamp') ? idIn(cells('session')) : undefined;
    this.#kept.add(key, [
      time,
      step === 'purchase' ? 1 : 0,
      numbered(this.#items, idIn(cells('item'))),
      numbered(this.#sessions, named === undefined ? undefined : `${key}\u0000${named}`),
    ]);
  }

  finish(): TableFindings {
    const { has } = this.#options;
    const { view, cart, purchase } = this.#counts;
    const kept = this.#kept.finish();
    const figuresOf = (part: KeptRows): Record<string, number> => visitFigures(visitsOf(part, has('user')));
    const share = (part: number, of: number): number => (of === 0 ? Number.NaN : part / of);
    return {
      kind: 'events',
      rows: this.#rows,
      figures: {
        // Steps that nobody takes are not logged: a funnel without one has no rate of it.
        viewToCart: cart === 0 ? Number.NaN : share(cart, view),
        cartToBuy: purchase === 0 ? Number.NaN : share(purchase, cart),
        buyRate: purchase === 0 ? Number.NaN : share(purchase, view),
        ...figuresOf(kept),
      },
      errors: keptErrors(kept, figuresOf),
      ...(kept.share < 1 ? { share: kept.share } : {}),
      checks: [
        countCheck('events: who', this.#keyless, {
          right: `every event has a ${has('user') ? 'user' : 'session'}`,
          wrong: `events lack a ${has('user') ? 'user' : 'session'}`,
        }),
        ...(has('timestamp')
          ? [countCheck('events: times', this.#untimed, { right: 'all are times', wrong: 'are no times' })]
          : []),
        ...this.#unmeasured(),
      ],
      pictures: view + cart + purchase === 0 ? [] : [{ kind: 'funnel', view, cart, purchase }],
    };
  }

  #unmeasured(): TableFindings['checks'] {
    const absent = steps.filter((step) => this.#counts[step] === 0);
    const others = this.#others.size === 0 ? '' : ` (others: ${[...this.#others].join(', ')})`;
    return absent.length === 0
      ? []
      : [notMeasured('events: funnel', `no event is called a ${absent.join(' or a ')}${others}`)];
  }
}

function numbered(numbers: Map<string, number>, id: string | undefined): number {
  if (id === undefined) return -1;
  const known = numbers.get(id);
  if (known !== undefined) return known;
  numbers.set(id, numbers.size);
  return numbers.size - 1;
}

function visitsOf({ keyOf, keys, columns }: KeptRows, byUser: boolean): Parameters<typeof visitFigures>[0] {
  const [times, purchases, items, sessions] = columns as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { keyOf, keys, times, purchases, items, sessions, byUser };
}

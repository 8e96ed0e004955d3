import type { Row, Rng } from '@synth/core';
import { gamma, lognormal, normal, poisson, powr, shuffle, streams } from '@synth/core';
import { lookedAt } from '../src/realism/position-figures';
import { findingsOf, judgedTable, verdictsOf } from './judged-table';

const rngOf = (name: string): Rng => streams({ seed: 'planted', dataset: 'test' }).stream(name).at(0);

const drawn = (rng: Rng, shares: readonly number[]): number => {
  let left = rng.nextF64() * shares.reduce((sum, share) => sum + share, 0);
  const at = shares.findIndex((share) => (left -= share) < 0);
  return at < 0 ? shares.length - 1 : at;
};

interface Shown {
  /** How likely rank r (from 1) is looked at. */
  readonly looks: (rank: number) => number;
  /** How likely what was clicked at a rank is bought. */
  readonly buys?: (rank: number) => number;
  /** Puts what attracts most first. */
  readonly byAttraction?: boolean;
  readonly lists?: number;
}

/** Lists of ten of sixty items, clicked where looked at and attracted: a position-based model. */
function impressions({ looks, buys = () => 0.15, byAttraction = false, lists = 6000 }: Shown): Row[] {
  const rng = rngOf('lists');
  const attraction = Array.from({ length: 60 }, () => 0.1 + 0.6 * rng.nextF64());
  return Array.from({ length: lists }, (_, list) => {
    const items = Int32Array.from({ length: 60 }, (_item, item) => item);
    shuffle(rng, items);
    const top = [...items.slice(0, 10)];
    if (byAttraction) top.sort((a, b) => attraction[b]! - attraction[a]!);
    return top.map((item, at) => {
      const clicked = rng.nextF64() < looks(at + 1) * attraction[item]!;
      const purchased = clicked && rng.nextF64() < buys(at + 1);
      return { query_id: list, item_id: `i${item}`, position: at + 1, clicked, purchased };
    });
  }).flat();
}

const inverse = (eta: number) => (rank: number) => powr(1 / rank, eta);

describe('clicks by rank (T18) and purchases of what was clicked (T19)', () => {
  it('are in band where ranks are random, looked at by 1 / rank, and bought whatever the rank', () => {
    expect(verdictsOf(judgedTable('impressions', impressions({ looks: inverse(1.1) })))).toEqual({
      examEta: 'in',
      // The curve of eye tracking is another way to be in band.
      examError: 'unjudged',
      clickToBuySlope: 'in',
    });
  });

  it('find the eta that was planted', () => {
    for (const eta of [0.7, 1, 1.5]) {
      const { figures, errors } = findingsOf('impressions', impressions({ looks: inverse(eta) }));
      expect(Math.abs(figures['examEta']! - eta)).toBeLessThan(4 * errors['examEta']!);
    }
  });

  it('are in band by the curve of eye tracking', () => {
    const rows = impressions({ looks: (rank) => lookedAt[rank - 1]!, lists: 10_000 });
    expect(verdictsOf(judgedTable('impressions', rows))).toMatchObject({ examError: 'in', examEta: 'in' });
  });

  it('are out of band where clicks do not mind the rank', () => {
    const judged = judgedTable('impressions', impressions({ looks: () => 0.4 }));
    expect(verdictsOf(judged)).toEqual({ examEta: 'out', examError: 'out', clickToBuySlope: 'in' });
    expect(Math.abs(judged.find(({ figure }) => figure === 'examEta')!.value!)).toBeLessThan(0.1);
  });

  it('are out of band where purchases grow with the rank, and only there', () => {
    const judged = judgedTable(
      'impressions',
      impressions({ looks: inverse(1), buys: (rank) => 0.1 + 0.03 * rank }),
    );
    expect(verdictsOf(judged)).toMatchObject({ examEta: 'in', clickToBuySlope: 'out' });
    const { value, interval } = judged.find(({ figure }) => figure === 'clickToBuySlope')!;
    expect(value).toBeCloseTo(0.03, 1);
    expect(interval!.low).toBeGreaterThan(0);
  });

  it('are not measured where what attracts stands first: clicks would show both', () => {
    const rows = impressions({ looks: inverse(1), byAttraction: true });
    const { checks } = findingsOf('impressions', rows);
    expect(verdictsOf(judgedTable('impressions', rows))).toEqual({
      examEta: 'unmeasured',
      examError: 'unmeasured',
      clickToBuySlope: 'unjudged',
    });
    expect(checks.find(({ status }) => status === 'skip')!.detail).toMatch(
      /^ranks are no chance: the item explains \d+\.\d% of their variance/,
    );
  });

  it('are measured on the rows of a random policy where a column names one', () => {
    const rows = [
      ...impressions({ looks: inverse(1) }).map((row) => ({ ...row, policy: 'random' })),
      ...impressions({ looks: inverse(1), byAttraction: true }).map((row) => ({ ...row, policy: 'best' })),
    ];
    expect(verdictsOf(judgedTable('impressions', rows))).toMatchObject({
      examEta: 'in',
      clickToBuySlope: 'in',
    });
  });

  it('are measured on the rows of random ranks where a flag names them', () => {
    const rows = [
      ...impressions({ looks: inverse(1) }).map((row) => ({ ...row, random_bool: 1 })),
      ...impressions({ looks: inverse(1), byAttraction: true }).map((row) => ({ ...row, random_bool: 0 })),
    ];
    const judged = judgedTable('impressions', rows);
    expect(verdictsOf(judged)).toMatchObject({ examEta: 'in', clickToBuySlope: 'in' });
    expect(judged.find(({ figure }) => figure === 'policyLift')!.value).toBeGreaterThan(1);
  });

  it('count ranks from 0 as from 1', () => {
    const rows = impressions({ looks: inverse(1), lists: 2000 });
    const fromZero = rows.map((row) => ({ ...row, position: Number(row['position']) - 1 }));
    const [one, other] = [findingsOf('impressions', rows), findingsOf('impressions', fromZero)];
    expect(other.figures['examEta']).toBe(one.figures['examEta']);
    expect(other.figures['clickToBuySlope']).toBeCloseTo(one.figures['clickToBuySlope']!, 12);
  });

  it('are read from a search log: rankings, and the ranks that were clicked', () => {
    const rows = impressions({ looks: inverse(1), lists: 3000 });
    const logs = Array.from({ length: 3000 }, (_, list) => {
      const own = rows.slice(list * 10, list * 10 + 10);
      const ranks = (column: string) => own.flatMap((row, at) => (row[column] === true ? [at + 1] : []));
      return {
        ranking: own.map((row) => row['item_id']),
        clicked_ranks: ranks('clicked'),
        purchased_ranks: ranks('purchased'),
      };
    });
    const found = findingsOf('impressions', logs as unknown as Row[]).figures;
    expect(found).toEqual(findingsOf('impressions', rows).figures);
  });

  it('judge the level of clicks by the bands of advertising (T21) only when asked', () => {
    const rng = rngOf('ads');
    const ads = (policy: string, rate: number) =>
      Array.from({ length: 150_000 }, (_, at) => ({
        policy,
        item_id: `a${at % 30}`,
        position: 1 + (at % 3),
        clicked: rng.nextF64() < rate,
      }));
    const rows = [...ads('random', 0.0045), ...ads('thompson', 0.0062)];
    expect(verdictsOf(judgedTable('impressions', rows))).toMatchObject({ randomCtr: 'unjudged' });
    expect(verdictsOf(judgedTable('impressions', rows, 'ad-like'))).toMatchObject({
      randomCtr: 'in',
      policyLift: 'in',
    });
    const engaged = [...ads('random', 0.2), ...ads('thompson', 0.21)];
    expect(verdictsOf(judgedTable('impressions', engaged, 'ad-like'))).toMatchObject({
      randomCtr: 'out',
      policyLift: 'out',
    });
  });
});

/** Sessions of shoppers: views, of which some are put into the cart, and some of those bought. */
function events({ cart, buy }: { readonly cart: number; readonly buy: number }): Row[] {
  const rng = rngOf('events');
  const rows: Row[] = [];
  for (let user = 0; user < 4000; user++) {
    let time = 1_700_000_000_000 + Math.floor(rng.nextF64() * 3e9);
    const most = Math.min(200, Math.ceil(lognormal({ mu: 0.69, sigma: 1.3 }).draw(rng)));
    for (let view = 0; view < most; view++) {
      time += rng.nextF64() < 0.6 ? 60_000 : 86_400_000;
      const item_id = `i${Math.floor(rng.nextF64() * 300)}`;
      const event = (event_type: string, after: number) =>
        rows.push({ user_id: `u${user}`, item_id, event_type, timestamp: time + after });
      event('view', 0);
      if (rng.nextF64() >= cart) continue;
      event('add_to_cart', 1000);
      if (rng.nextF64() < buy) event('purchase', 2000);
    }
  }
  return rows;
}

describe('the funnel (T15 to T17)', () => {
  it('is in band at the rates of shops', () => {
    expect(verdictsOf(judgedTable('events', events({ cart: 0.036, buy: 0.33 })))).toMatchObject({
      viewToCart: 'in',
      cartToBuy: 'in',
      buyRate: 'in',
      buyingSessions: 'in',
    });
  });

  it('is out of band where a fifth of what is seen is bought', () => {
    expect(verdictsOf(judgedTable('events', events({ cart: 0.3, buy: 0.66 })))).toMatchObject({
      viewToCart: 'out',
      cartToBuy: 'out',
      buyRate: 'out',
      buyingSessions: 'out',
    });
  });

  it('holds activity and sessions to those of shops when asked', () => {
    const rows = events({ cart: 0.036, buy: 0.33 });
    expect(verdictsOf(judgedTable('events', rows))).toMatchObject({ sessionLength: 'unjudged' });
    expect(verdictsOf(judgedTable('events', rows, 'retail-like'))).toMatchObject({
      sessionLength: 'in',
      eventsP99: 'out',
    });
  });
});

it('queries of two words or so are in band (T20), long ones are not', () => {
  const rng = rngOf('queries');
  const queries = (mean: number) =>
    Array.from({ length: 3000 }, () => ({
      query: Array(1 + poisson({ mean }).draw(rng))
        .fill('word')
        .join(' '),
    }));
  const all = (verdict: string) => ({ queriesUnder4: verdict, queriesUnder6: verdict, queryMode: verdict });
  expect(verdictsOf(judgedTable('searches', queries(1.4)))).toEqual(all('in'));
  expect(verdictsOf(judgedTable('searches', queries(6)))).toEqual(all('out'));
});

/** Reviews by shares of stars; words by a lognormal, longer below five stars. */
function reviews(stars: readonly number[], low = 2): Row[] {
  const rng = rngOf('reviews');
  const length = lognormal({ mu: 2.5, sigma: 1.1 });
  return Array.from({ length: 4000 }, () => {
    const rating = 1 + drawn(rng, stars);
    const words = Math.max(1, Math.round(length.draw(rng) * (rating === 5 ? 1 : low)));
    return { rating, review_text: 'word '.repeat(words), verified: rng.nextF64() < 0.71 };
  });
}

describe('reviews (T22 to T24)', () => {
  it('are in band where stars make a J', () => {
    const verdicts = verdictsOf(judgedTable('reviews', reviews([9, 5, 7.5, 14, 64])));
    expect(new Set(Object.values(verdicts))).toEqual(new Set(['in']));
    expect(Object.keys(verdicts)).toEqual(
      expect.arrayContaining(['starJ', 'reviewSigma', 'lowToTopWords', 'verifiedShare']),
    );
  });

  it('are out of band where stars are uniform, for their stars alone', () => {
    const judged = judgedTable('reviews', reviews([1, 1, 1, 1, 1]));
    expect(judged.filter(({ verdict }) => verdict === 'out').map(({ figure }) => figure)).toEqual(
      expect.arrayContaining(['fiveStars', 'starJ', 'starMean']),
    );
    expect(verdictsOf(judged)).toMatchObject({ reviewSigma: 'in', verifiedShare: 'in', lowToTopWords: 'in' });
  });

  it('are out of band where all texts are as long, whatever the stars', () => {
    const judged = judgedTable('reviews', reviews([9, 5, 7.5, 14, 64], 1));
    expect(judged.filter(({ verdict }) => verdict === 'out').map(({ figure }) => figure)).toEqual([
      'lowToTopWords',
    ]);
  });
});

describe('orders (T25, T26)', () => {
  const day = 86_400_000;
  const orders = (returns: number, effect: number): Row[] => {
    const rng = rngOf('orders');
    const days = gamma({ shape: 6, scale: 11.5 / 6 });
    return Array.from({ length: 20_000 }, () => {
      const order = 1_700_000_000_000 + Math.floor(rng.nextF64() * 3e9);
      const delivery = order + days.draw(rng) * day;
      const expected = order + 19 * day;
      const late = Math.floor(delivery / day) - Math.floor(expected / day);
      const mean = late > 7 ? 4.29 - 2.59 * effect : late >= 3 ? 4.29 - 2.06 * effect : 4.29;
      return {
        order_date: new Date(order).toISOString(),
        delivery_date: new Date(delivery).toISOString(),
        expected_delivery_date: new Date(expected).toISOString(),
        status: rng.nextF64() < returns ? 'returned' : 'delivered',
        stars: mean,
      };
    });
  };

  it('are in band where late ones are liked less and a sixth comes back', () => {
    const verdicts = verdictsOf(judgedTable('orders', orders(0.17, 1)));
    expect(verdicts).toEqual({
      deliveryDays: 'in',
      lateShare: 'in',
      starsEarly: 'in',
      starsLate: 'in',
      starsVeryLate: 'in',
      returnRate: 'in',
    });
  });

  it('are out of band where nothing comes back and lateness is no matter', () => {
    expect(verdictsOf(judgedTable('orders', orders(0.01, 0)))).toMatchObject({
      starsEarly: 'in',
      starsLate: 'out',
      starsVeryLate: 'out',
      returnRate: 'out',
    });
  });
});

describe('vectors (T30)', () => {
  const width = 512;
  const unit = (values: readonly number[]): number[] => {
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  };

  /** A common direction, categories, colours, and noise in a subspace whose spectrum falls: realism has the recipe. */
  function cone({ common, category, colour }: Record<'common' | 'category' | 'colour', number>): Row[] {
    const rng = rngOf('cone');
    const one = normal({ mean: 0, sd: 1 });
    const direction = () => unit(Array.from({ length: width }, () => one.draw(rng)));
    const base = direction();
    const centres = Array.from({ length: 20 }, direction);
    const tints = Array.from({ length: 60 }, direction);
    const rest = 1 - common - category - colour;
    return Array.from({ length: 2000 }, (_, at) => {
      const kind = Math.floor(rng.nextF64() * 20);
      const tint = Math.floor(rng.nextF64() * 3);
      const noise = unit(
        Array.from({ length: width }, (_axis, axis) =>
          rest === 1 ? one.draw(rng) : axis < 100 ? one.draw(rng) / Math.sqrt(axis + 1) : 0,
        ),
      );
      return {
        item_id: at,
        category: `c${kind}`,
        color: `t${tint}`,
        embedding: noise.map(
          (value, axis) =>
            Math.sqrt(rest) * value +
            Math.sqrt(common) * base[axis]! +
            Math.sqrt(category) * centres[kind]![axis]! +
            Math.sqrt(colour) * tints[kind * 3 + tint]![axis]!,
        ),
      };
    });
  }

  it('are in band as a cone of categories and colours', () => {
    const judged = judgedTable('vectors', cone({ common: 0.5, category: 0.15, colour: 0.05 }));
    expect(judged.filter(({ verdict }) => verdict !== 'in')).toEqual([]);
    expect(judged).toHaveLength(7);
  });

  it('are out of band without direction, for every reason', () => {
    const verdicts = verdictsOf(judgedTable('vectors', cone({ common: 0, category: 0, colour: 0 })));
    expect(verdicts).toMatchObject({
      meanCosine: 'out',
      minCosine: 'out',
      intraInterGap: 'out',
      categoryPurity: 'out',
      colourPurity: 'out',
      twoNnDimension: 'out',
    });
  });
});

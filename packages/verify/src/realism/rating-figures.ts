/** One rating a row: who, what, how many stars. Users and items are numbered from 0. */
export interface Ratings {
  readonly users: ArrayLike<number>;
  readonly items: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** Shares of 1 to 5 stars in MovieLens-100K. */
const film = [6.1, 11.4, 27.2, 34.2, 21.2];

/** Items with fewer ratings have a mean that is mostly luck. */
const enoughForSd = 20;
const enoughForRank = 5;

/**
 * How stars are spread (T09, T10): the total variation distance of 1 to 5 stars to those of MovieLens-100K (NaN where
 * there are other values), the standard deviations of the means of users and of items with 20 ratings, and how the mean of
 * an item goes with its count (Spearman's rank correlation over items with 5; NaN under 3 such items).
 */
export function ratingFigures({ users, items, values }: Ratings): Record<string, number> {
  const byUser = means(users, values);
  const byItem = means(items, values);
  const known = byItem.filter(({ count }) => count >= enoughForRank);
  return {
    ratingDistance: starDistance(values),
    userMeanSd: sd(byUser.map(({ mean }) => mean)),
    itemMeanSd: sd(byItem.filter(({ count }) => count >= enoughForSd).map(({ mean }) => mean)),
    popularityQuality: spearman(
      known.map(({ count }) => count),
      known.map(({ mean }) => mean),
    ),
  };
}

function starDistance(values: ArrayLike<number>): number {
  const shares = new Float64Array(5);
  for (let row = 0; row < values.length; row++) {
    const star = values[row]!;
    if (!(Number.isInteger(star) && star >= 1 && star <= 5)) return Number.NaN;
    shares[star - 1]! += 1 / values.length;
  }
  const whole = film.reduce((sum, share) => sum + share, 0);
  return film.reduce((sum, share, star) => sum + Math.abs(shares[star]! - share / whole), 0) / 2;
}

interface Mean {
  readonly mean: number;
  readonly count: number;
}

function means(keys: ArrayLike<number>, values: ArrayLike<number>): Mean[] {
  const found = new Map<number, { sum: number; count: number }>();
  for (let row = 0; row < values.length; row++) {
    const one = found.get(keys[row]!) ?? { sum: 0, count: 0 };
    one.sum += values[row]!;
    one.count++;
    found.set(keys[row]!, one);
  }
  return Array.from(found.values(), ({ sum, count }) => ({ mean: sum / count, count }));
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function sd(values: readonly number[]): number {
  const centre = average(values);
  return Math.sqrt(average(values.map((value) => (value - centre) ** 2)));
}

/** The correlation of ranks; equal values share the mean of theirs. */
function spearman(a: readonly number[], b: readonly number[]): number {
  if (a.length < 3) return Number.NaN;
  const [x, y] = [ranks(a), ranks(b)];
  const [meanX, meanY] = [average(x), average(y)];
  return average(x.map((value, i) => (value - meanX) * (y[i]! - meanY))) / (sd(x) * sd(y));
}

function ranks(values: readonly number[]): number[] {
  const order = Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
  const out = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let end = from + 1;
    while (end < order.length && values[order[end]!] === values[order[from]!]) end++;
    for (let at = from; at < end; at++) out[order[at]!] = (from + end - 1) / 2;
    from = end;
  }
  return out;
}

import type { InteractionsModel } from '../model/model';
import type { Histories } from '../model/user-history';

/** Items of one group by weight: the points at which chances are worked out, and how many items lie about each. */
interface Ladder {
  /** ln of the weight of each point, equally spaced. */
  readonly from: number;
  readonly step: number;
  /** Weights of the points; one more than there are steps. */
  readonly weights: Float64Array;
  /** Items from this point up to the next, and their mean weight. */
  readonly counts: Float64Array;
  readonly means: Float64Array;
}

/** Users over whom shares are averaged at most, evenly spread over all. */
const sampledUsers = 4096;

/** Largest step of a ladder, in ln weight. */
const rung = 0.25;

/**
 * The expected share of each item of all positives: the mean over users of the chance to be among their items, by the
 * sum over items. For a user who takes n distinct items by rates r_i = w_i f_g(i), that chance is 1 - exp(-t r_i) with
 * the t at which the chances add up to n: what it would be with a Poisson number of draws, exact as n grows.
 *
 * Chances are worked out at points of equal ratio of weight in each group and interpolated: the cost does not grow with
 * the catalogue.
 */
export function expectedShares(model: InteractionsModel, histories: Histories): Float64Array {
  const { weights, catalogue, population, reserved } = model.world;
  const groupOf = catalogue.genres.of;
  const groups = catalogue.genres.names.length;
  const ladders = Array.from({ length: groups }, (_, group) => ladderOf(weights, groupOf, group));
  const chances = ladders.map((ladder) => new Float64Array(ladder.weights.length));

  const sampled = Math.min(population.users, sampledUsers);
  for (let k = 0; k < sampled; k++) {
    const user = Math.floor(((k + 0.5) * population.users) / sampled);
    const { tastes: factors, count } = histories.intentOf(user);
    const t = timeFor(count - (reserved.get(user)?.length ?? 0), ladders, factors);
    for (let group = 0; group < groups; group++) {
      const points = ladders[group]!.weights;
      const sums = chances[group]!;
      const speed = t * factors[group]!;
      for (let point = 0; point < sums.length; point++) sums[point]! += 1 - Math.exp(-speed * points[point]!);
    }
  }

  const shares = weights.map((weight, item) => {
    if (weight === 0) return 0;
    const { from, step } = ladders[groupOf[item]!]!;
    const sums = chances[groupOf[item]!]!;
    const place = Math.max(0, (Math.log(weight) - from) / step);
    const point = Math.min(sums.length - 2, Math.floor(place));
    const [low, high] = [Math.log(sums[point]!), Math.log(sums[point + 1]!)];
    return (Math.exp(low + (place - point) * (high - low)) * population.users) / sampled;
  });
  for (const items of reserved.values()) for (const item of items) shares[item] = 1;
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

function ladderOf(weights: Float64Array, groupOf: Int32Array, group: number): Ladder {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  const each = (visit: (weight: number) => void): void =>
    weights.forEach((weight, item) => {
      if (weight > 0 && groupOf[item] === group) visit(weight);
    });
  each((weight) => {
    least = Math.min(least, weight);
    most = Math.max(most, weight);
  });
  if (most === 0) {
    const none = new Float64Array(0);
    return { from: 0, step: rung, weights: none, counts: none, means: none };
  }
  const points = Math.max(1, Math.ceil(Math.log(most / least) / rung));
  const from = Math.log(least);
  const step = Math.max(Math.log(most / least) / points, Number.EPSILON);
  const counts = new Float64Array(points);
  const means = new Float64Array(points);
  each((weight) => {
    const point = Math.min(points - 1, Math.floor((Math.log(weight) - from) / step));
    counts[point]!++;
    means[point]! += (weight - means[point]!) / counts[point]!;
  });
  const pointWeights = Float64Array.from({ length: points + 1 }, (_, point) => Math.exp(from + point * step));
  return { from, step, weights: pointWeights, counts, means };
}

/** The t at which the chances 1 - exp(-t rate) add up to `count`: Newton's method, from below, on a concave sum. */
function timeFor(count: number, ladders: readonly Ladder[], factors: Float64Array): number {
  const sums = (t: number): { taken: number; slope: number } => {
    let taken = 0;
    let slope = 0;
    ladders.forEach(({ counts, means }, group) => {
      for (let point = 0; point < counts.length; point++) {
        const rate = means[point]! * factors[group]!;
        const left = Math.exp(-t * rate);
        taken += counts[point]! * (1 - left);
        slope += counts[point]! * rate * left;
      }
    });
    return { taken, slope };
  };
  let t = 0;
  for (let step = 0; step < 60; step++) {
    const { taken, slope } = sums(t);
    const missing = count - taken;
    if (missing <= 1e-9 * count || slope <= 0) break;
    t += missing / slope;
  }
  return t;
}

import type { Rng } from '@synth/core';
import { beta, normal, standardNormalQuantile } from '@synth/core';
import type { Activity } from '../config/schema';

/** What takes long to find out about activity, as plain data. */
export interface ActivityFacts {
  readonly min: number;
  readonly max: number;
  /** The factor by which activity over the minimum is rescaled to an interaction rate. */
  readonly factor: number;
  /** The mean number of items a user. */
  readonly mean: number;
}

/** How many items a user takes: one draw from a user's own stream. */
export interface ActivityModel extends ActivityFacts {
  count(rng: Rng): number;
}

/** A shape of activity before rescaling: interactions over the minimum, as a draw and as points with weights. */
interface Shape {
  draw(rng: Rng): number;
  /** Mid-points of equal probability, dense enough that means over them are exact to a few parts in 10^5. */
  points(): { readonly overs: Float64Array; readonly weights: Float64Array };
  /** Added before rounding down: 0 floors, 1/2 rounds. */
  readonly rounding: number;
}

const strata = 20_000;

/** Points at the mid-points of the strata of (0, 1). */
const pointsAt =
  (over: (u: number) => number, weight: (u: number) => number): Shape['points'] =>
  () => ({
    overs: Float64Array.from({ length: strata }, (_, i) => over((i + 0.5) / strata)),
    weights: Float64Array.from({ length: strata }, (_, i) => weight((i + 0.5) / strata)),
  });

const alike = (): number => 1;

function shapeOf(activity: Activity, min: number, max: number): Shape {
  switch (activity.kind) {
    case 'beta': {
      const sampler = beta({ alpha: activity.alpha, beta: activity.beta });
      const points = pointsAt(
        (x) => (max - min) * x,
        (x) => Math.exp((activity.alpha - 1) * Math.log(x) + (activity.beta - 1) * Math.log(1 - x)),
      );
      return { draw: (rng) => (max - min) * sampler.draw(rng), points, rounding: 0 };
    }
    case 'shifted-lognormal': {
      const z = normal({ mean: 0, sd: 1 });
      const over = (deviate: number): number =>
        activity.shift - min + activity.scale * Math.exp(activity.sigma * deviate);
      const points = pointsAt((u) => over(standardNormalQuantile(u)), alike);
      return { draw: (rng) => over(z.draw(rng)), points, rounding: 0.5 };
    }
    case 'capped': {
      const width = max - min;
      const over = (u: number): number =>
        u < activity.full ? width : ((u - activity.full) / (1 - activity.full)) * width;
      return { draw: (rng) => over(rng.nextF64()), points: pointsAt(over, alike), rounding: 0 };
    }
  }
}

/**
 * The activity of users: a count between min and max, both inclusive.
 *
 * With `meanCount`, what lies over the minimum is multiplied by the factor under which the expected count is that
 * mean; the shape stays, the cap holds.
 */
export function activityModel(
  activity: Activity,
  bounds: { readonly min: number; readonly max: number },
  meanCount?: number,
): ActivityModel {
  const { min, max } = bounds;
  const shape = shapeOf(activity, min, max);
  const countAt = counter(shape, bounds);
  const { overs, weights } = shape.points();
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sumOf = (factor: number): number => {
    let sum = 0;
    for (let i = 0; i < strata; i++) sum += weights[i]! * countAt(overs[i]!, factor);
    return sum;
  };
  const meanOf = (factor: number): number => sumOf(factor) / total;
  const factor = meanCount === undefined ? 1 : factorFor(meanOf, meanCount);
  return activityOf(activity, { min, max, factor, mean: meanOf(factor) });
}

/** The model of which these facts were found out. */
export function activityOf(activity: Activity, facts: ActivityFacts): ActivityModel {
  const shape = shapeOf(activity, facts.min, facts.max);
  const countAt = counter(shape, facts);
  return { ...facts, count: (rng) => countAt(shape.draw(rng), facts.factor) };
}

const counter =
  ({ rounding }: Shape, { min, max }: Pick<ActivityFacts, 'min' | 'max'>) =>
  (over: number, factor: number): number =>
    Math.max(min, Math.min(max, Math.floor(min + factor * over + rounding)));

/** The factor under which an increasing mean reaches a target, by bisection on a logarithmic scale. */
function factorFor(meanOf: (factor: number) => number, target: number): number {
  let low = -40;
  let high = 40;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (meanOf(Math.exp(middle)) < target) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

import { streams } from '@synth/core';
import { choiceOrder } from './choice-order';
import { progressionOf } from './progression';

const weights = Float64Array.of(8, 1, 4, 0.5);
const order = choiceOrder({ weights, groupOf: Int32Array.of(0, 0, 1, 1), groups: 2 });
const tastes = Float64Array.of(1, 16);
const stream = streams({ seed: 'order', dataset: 'test' }).stream('orders');
const places = Int32Array.of(3, 1, 0, 2);
const users = 40_000;

/** How often each place comes first, of users who all have the same four. */
function firsts(progression: ReturnType<typeof progressionOf>): number[] {
  const counts = [0, 0, 0, 0];
  const out = new Int32Array(4);
  for (let user = 0; user < users; user++) {
    const own = places.slice();
    progression.add(tastes, own, 0, 4, stream.at(user));
    progression.arrange(own, 4, out);
    counts[out[0]!]!++;
    expect(Array.from(out).sort()).toEqual([0, 1, 2, 3]);
  }
  return counts;
}

it.each([
  [0.5, 0.25],
  [0, 1],
  [1, 0],
  [0, 0],
])('lets items come first by factor^%d x weight^%d', (taste, popularity) => {
  const rates = Array.from(
    order.weights,
    (weight, place) => tastes[order.groups[place]!]! ** taste * weight ** popularity,
  );
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  firsts(progressionOf({ taste, popularity }, order, 4)).forEach((count, place) => {
    const share = rates[place]! / total;
    expect(Math.abs(count / users - share)).toBeLessThan(4.5 * Math.sqrt((share * (1 - share)) / users));
  });
});

it.each([
  [0.5, 0.25],
  [0, 0],
])('arranges users by themselves, whoever stands before them (%d, %d)', (taste, popularity) => {
  const both = progressionOf({ taste, popularity }, order, 8);
  const alone = progressionOf({ taste, popularity }, order, 8);
  for (let user = 0; user < 200; user++) {
    const pair = Int32Array.of(...places, ...places);
    both.add(tastes, pair, 0, 4, stream.at(user));
    both.add(tastes, pair, 4, 8, stream.at(user + 1));
    const out = new Int32Array(8);
    both.arrange(pair, 8, out);
    const own = places.slice();
    const expected = new Int32Array(4);
    alone.add(tastes, own, 0, 4, stream.at(user + 1));
    alone.arrange(own, 4, expected);
    expect(out.slice(4)).toEqual(expected);
  }
});

import { streams } from '@synth/core';
import { choiceModel } from '../model/choice';
import { choiceTables } from '../model/choice-tables';
import { inclusionProbability } from './inclusion';

/** By enumeration of every ordered sample: exact, for a handful of items. */
function enumerated(rates: readonly number[], item: number, k: number): number {
  const walk = (left: readonly number[], picks: number): number => {
    if (picks === 0) return 0;
    const total = left.reduce((sum, j) => sum + rates[j]!, 0);
    return left.reduce((sum, j) => {
      const p = rates[j]! / total;
      return (
        sum +
        p *
          (j === item
            ? 1
            : walk(
                left.filter((other) => other !== j),
                picks - 1,
              ))
      );
    }, 0);
  };
  return walk(
    [...rates.keys()].filter((j) => rates[j]! > 0),
    k,
  );
}

describe('inclusionProbability', () => {
  const rates = [8, 4, 2, 1, 0.5, 0.01, 0];

  it.each([1, 2, 3, 4, 5])('agrees with enumeration for samples of %i', (k) => {
    for (const item of rates.keys()) {
      const exact = enumerated(rates, item, k);
      const value = inclusionProbability(Float64Array.from(rates), item, k);
      expect(Math.abs(value - exact)).toBeLessThanOrEqual(1e-4 * exact);
    }
  });

  it('is 1 when everything is taken and 0 for what is never drawn', () => {
    expect(inclusionProbability(Float64Array.from(rates), 5, 6)).toBe(1);
    expect(inclusionProbability(Float64Array.from(rates), 6, 6)).toBe(0);
  });

  it('does not depend on the scale of the weights, and sums to k', () => {
    const many = Float64Array.from({ length: 300 }, (_, i) => Math.exp(-i / 30));
    const k = 120;
    let sum = 0;
    for (let item = 0; item < many.length; item += 1) {
      if (item % 10 !== 0) continue;
      const value = inclusionProbability(many, item, k);
      const scaled = inclusionProbability(
        many.map((rate) => rate * 1e-30),
        item,
        k,
      );
      expect(Math.abs(scaled - value)).toBeLessThanOrEqual(2e-5 * value);
    }
    for (let item = 0; item < many.length; item++) sum += inclusionProbability(many, item, k);
    expect(Math.abs(sum - k)).toBeLessThan(1e-4 * k);
  });

  it('is the share of 100,000 redraws that hold the item', () => {
    const weights = Float64Array.from({ length: 200 }, (_, i) => 1 / (i + 1));
    const k = 60;
    const choice = choiceModel(choiceTables({ weights, groupOf: new Int32Array(200), groups: 1 }));
    const tastes = Float64Array.of(1);
    const stream = streams({ seed: 3, dataset: 'test' }).stream('redraws');
    const out = new Int32Array(k);
    const hits = new Int32Array(200);
    const draws = 100_000;
    let rng = stream.at(0);
    for (let i = 0; i < draws; i++) {
      rng = stream.at(i, rng);
      choice.choose(tastes, k, rng, out);
      for (const item of out) hits[item] = hits[item]! + 1;
    }
    for (const item of [0, 1, 5, 20, 60, 120, 199]) {
      const p = inclusionProbability(weights, item, k);
      expect(Math.abs(hits[item]! / draws - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / draws));
    }
  });
});

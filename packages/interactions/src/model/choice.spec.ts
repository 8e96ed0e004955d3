import { streams } from '@synth/core';
import { choiceModel } from './choice';
import { choiceTables } from './choice-tables';

const weights = Float64Array.of(8, 4, 2, 1, 0.5, 0.25, 0, 3);
const groupOf = Int32Array.of(0, 1, 0, 1, 2, 2, 0, 1);
const groups = 3;

/** Favours group 2, ignores none. */
const tastes = Float64Array.of(0.5, 1.5, 4.5);
const rates = Array.from(weights, (weight, item) => weight * tastes[groupOf[item]!]!);

/** The probability of each ordered sample of k items, drawn in sequence without replacement, summed over orders. */
function exactSets(k: number): Map<string, number> {
  const sets = new Map<string, number>();
  const walk = (taken: number[], probability: number): void => {
    if (taken.length === k) {
      const key = [...taken].sort().join();
      sets.set(key, (sets.get(key) ?? 0) + probability);
      return;
    }
    const left = rates.reduce((sum, rate, item) => sum + (taken.includes(item) ? 0 : rate), 0);
    rates.forEach((rate, item) => {
      if (rate > 0 && !taken.includes(item)) walk([...taken, item], (probability * rate) / left);
    });
  };
  walk([], 1);
  return sets;
}

/** Chi-square of observed sets against the exact law, pooled where fewer than 5 are expected. */
function chiSquare(observed: Map<string, number>, exact: Map<string, number>, draws: number) {
  let statistic = 0;
  let cells = 0;
  let pooledExpected = 0;
  let pooledObserved = 0;
  for (const [key, probability] of exact) {
    const expected = probability * draws;
    const seen = observed.get(key) ?? 0;
    if (expected < 5) {
      pooledExpected += expected;
      pooledObserved += seen;
    } else {
      statistic += (seen - expected) ** 2 / expected;
      cells++;
    }
  }
  if (pooledExpected > 0) {
    statistic += (pooledObserved - pooledExpected) ** 2 / pooledExpected;
    cells++;
  }
  return { statistic, freedom: cells - 1 };
}

describe('choiceModel', () => {
  const model = choiceModel(choiceTables({ weights, groupOf, groups }));
  const stream = streams({ seed: 7, dataset: 'test' }).stream('choices');
  const out = new Int32Array(8);

  it('knows the mass of what can be drawn', () => {
    expect(model.mass).toBe(18.75);
    expect(Array.from(model.groupMass)).toEqual([10, 8, 0.75]);
    expect(model.order.drawable).toBe(7);
  });

  // Up to 2 items by rejection alone; 5 and 6 of 7 by removal in nearly every sample.
  it.each([1, 2, 3, 5, 6])('draws %i items as a sequence without replacement would', (k) => {
    const draws = 40_000;
    const observed = new Map<string, number>();
    let complete = 0;
    for (let i = 0; i < draws; i++) {
      complete += model.choose(tastes, k, stream.at(i * 10 + k), out) === k ? 1 : 0;
      const key = Array.from(out.subarray(0, k)).sort().join();
      observed.set(key, (observed.get(key) ?? 0) + 1);
    }
    expect(complete).toBe(draws);
    const { statistic, freedom } = chiSquare(observed, exactSets(k), draws);
    // Mean and variance of chi-square are f and 2 f.
    expect(statistic).toBeLessThan(freedom + 5 * Math.sqrt(2 * freedom) + 5);
  });

  it('draws by removal in the right order too', () => {
    const draws = 40_000;
    // With the two heaviest rates excluded, the third of the others follows their rates.
    const exclude = [0, 1];
    const first = new Map<number, number>();
    for (let i = 0; i < draws; i++) {
      model.choose(tastes, 5, stream.at(i), out, exclude);
      first.set(out[0]!, (first.get(out[0]!) ?? 0) + 1);
    }
    const left = rates.reduce((sum, rate, item) => sum + (exclude.includes(item) ? 0 : rate), 0);
    for (const [item, count] of first) {
      const p = rates[item]! / left;
      expect(Math.abs(count / draws - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / draws));
    }
    expect([...first.keys()].sort()).toEqual([2, 3, 4, 5, 7]);
  });

  it('draws by removal in proportion within a cell of like weights', () => {
    // The excluded item holds nearly all of the mass, so that removal draws; the others share one weight class.
    const alike = [1, 1.9, 1.1, 1.7];
    const skewed = choiceModel(
      choiceTables({ weights: Float64Array.of(1e6, ...alike), groupOf: new Int32Array(5), groups: 1 }),
    );
    const draws = 40_000;
    const first = new Int32Array(5);
    for (let i = 0; i < draws; i++) {
      skewed.choose(Float64Array.of(1), 2, stream.at(i), out, [0]);
      first[out[0]!] = first[out[0]!]! + 1;
    }
    const total = alike.reduce((sum, weight) => sum + weight, 0);
    alike.forEach((weight, at) => {
      const p = weight / total;
      expect(Math.abs(first[at + 1]! / draws - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / draws));
    });
  });

  it('leaves no trace of one user on the next', () => {
    const alone = Int32Array.from({ length: 6 });
    model.choose(tastes, 6, stream.at(99), alone);
    for (let i = 0; i < 50; i++) model.choose(tastes, 1 + (i % 7), stream.at(i), out);
    model.choose(tastes, 6, stream.at(99), out);
    expect(Array.from(out.subarray(0, 6))).toEqual(Array.from(alone));
  });

  it('goes on where a user wants more than is drawn at a time', () => {
    const items = 1000;
    const even = choiceModel(
      choiceTables({
        weights: new Float64Array(items).fill(1),
        groupOf: new Int32Array(items),
        groups: 1,
      }),
    );
    const many = new Int32Array(items);
    for (const count of [even.room, even.room + 1, 600, items]) {
      expect(even.choose(Float64Array.of(1), count, stream.at(count), many)).toBe(count);
      expect(new Set(many.subarray(0, count)).size).toBe(count);
    }
  });

  it('does not take the items of a user long ago for those of the next', () => {
    const source = choiceTables({ weights, groupOf, groups });
    const [fresh, worn] = [choiceModel(source), choiceModel(source)];
    const [first, last] = [Float64Array.of(1, 0, 0), Float64Array.of(0, 0, 1)];
    // Stamps of users have 16 bits: after as many others, the user's own stamp is on what nobody took since.
    worn.choose(last, 2, stream.at(0), out);
    for (let i = 1; i < 0xffff; i++) worn.choose(first, 1, stream.at(i), out);
    for (let i = 0; i < 3; i++) {
      const expected = new Int32Array(2);
      const taken = new Int32Array(2);
      fresh.choose(last, 2, stream.at(i), expected);
      worn.choose(last, 2, stream.at(i), taken);
      expect(taken).toEqual(expected);
    }
  });

  it('gives nothing to who wants nothing', () => {
    expect(model.choose(tastes, 0, stream.at(1), out)).toBe(0);
  });

  it('says when tastes leave fewer items than were asked for', () => {
    const only = Float64Array.of(0, 0, 1);
    expect(model.choose(only, 5, stream.at(1), out)).toBe(2);
    expect(Array.from(out.subarray(0, 2)).sort()).toEqual([4, 5]);
  });
});

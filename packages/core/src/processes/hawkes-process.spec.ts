import { standardErrorOfMean, zScore } from '@synth/testkit';
import { expectAgreement, referenceCases, specRng } from '../../test/agrees-with-reference';
import { countingRng } from '../../test/counting-rng';
import { refuses } from '../../test/refuses';
import type { ExponentialParams } from '../distributions/exponential';
import type { HawkesProcessParams } from './hawkes-process';
import { hawkesProcess } from './hawkes-process';

type CountParams = HawkesProcessParams & { readonly duration: number };

describe('hawkesProcess', () => {
  const cases = referenceCases<CountParams>('hawkes-process').map(
    (one, i) => [JSON.stringify(one.params), one, i] as const,
  );

  it.each(cases)('has the counts of the reference: %s', (_, reference, index) => {
    const { duration, ...params } = reference.params;
    const process = hawkesProcess(params);
    const rng = specRng('hawkes counts', index);
    const counts = Float64Array.from(
      { length: 40_000 },
      () => process.arrivals(rng, -3, -3 + duration).length,
    );
    expectAgreement(counts, reference);
    expect(process.expectedCount(-3, -3 + duration) / reference.mean).toBeCloseTo(1, 8);
  });

  const params = { baseRate: 0.5, branching: 0.8, decay: 3 };
  const process = hawkesProcess(params);

  it('has exponential gaps of mean 1 in the time of its integrated intensity', () => {
    const reference = referenceCases<ExponentialParams>('exponential').find((one) => one.params.rate === 1)!;
    const { baseRate, branching, decay } = params;
    const times = process.arrivals(specRng('hawkes gaps'), 5, 5 + 110_000 / process.meanRate);
    let previous = 5;
    let excess = 0;
    const gaps = Float64Array.from({ length: 100_000 }, (_, i) => {
      const gap = times[i]! - previous;
      const faded = excess * Math.exp(-decay * gap);
      const grown = baseRate * gap + (excess - faded) / decay;
      previous = times[i]!;
      excess = faded + branching * decay;
      return grown;
    });
    expectAgreement(gaps, reference);
  });

  it('has its mean rate in the long run', () => {
    const { baseRate, branching } = params;
    expect(process.meanRate).toBeCloseTo(2.5, 12);
    const length = 100_000;
    const { length: count } = process.arrivals(specRng('hawkes rate'), 0, length);
    // The variance of a long count, by the length: baseRate / (1 - branching)^3.
    const variance = baseRate / (1 - branching) ** 3;
    expect(Math.abs(zScore(count / length, 2.5, standardErrorOfMean(variance, length)))).toBeLessThan(5);
    expect(process.expectedCount(0, length) / length).toBeCloseTo(2.5, 3);
    expect(process.expectedCount(4, 4)).toBeCloseTo(0, 12);
  });

  it('takes two exponential values an arrival and two more', () => {
    const rng = countingRng(specRng('hawkes draws'));
    const arrivals = process.arrivals(rng, 0, 20_000).length;
    expect(rng.draws / (arrivals + 1)).toBeGreaterThan(4.11);
    expect(rng.draws / (arrivals + 1)).toBeLessThan(4.16);
  });

  it('begins each window with no past, and keeps none', () => {
    const first = process.arrivals(specRng('hawkes state'), 0, 50);
    process.arrivals(specRng('other'), 0, 50);
    expect(process.arrivals(specRng('hawkes state'), 0, 50)).toEqual(first);
    expect(Object.isFrozen(process) && Object.isFrozen(process.params)).toBe(true);
  });

  refuses(hawkesProcess, [
    [{ ...params, baseRate: 0 }, 'baseRate'],
    [{ ...params, branching: 1 }, 'branching'],
    [{ ...params, branching: -0.1 }, 'branching'],
    [{ ...params, branching: Number.NaN }, 'branching'],
    [{ ...params, decay: 0 }, 'decay'],
  ]);

  refuses(
    ([from, to]: readonly [number, number]) => process.arrivals(specRng('no'), from, to),
    [
      [[Number.NaN, 1], 'from'],
      [[1, 0], 'to'],
    ],
  );
});

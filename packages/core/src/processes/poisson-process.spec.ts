import { correlation, ksTest } from '@synth/testkit';
import { expectAgreement, referenceCases, specRng } from '../../test/agrees-with-reference';
import { countingRng } from '../../test/counting-rng';
import { refuses } from '../../test/refuses';
import type { ExponentialParams } from '../distributions/exponential';
import type { PoissonParams } from '../distributions/poisson';
import { poissonProcess } from './poisson-process';

describe('poissonProcess', () => {
  const rate = 0.2;
  const process = poissonProcess({ rate });

  it('has exponential gaps', () => {
    const reference = referenceCases<ExponentialParams>('exponential').find(
      (one) => one.params.rate === rate,
    )!;
    // Room for the first 100,000 arrivals, and 6 standard deviations more.
    const times = process.arrivals(specRng('gaps'), -1000, -1000 + 102_000 / rate);
    const gaps = Float64Array.from(
      { length: 100_000 },
      (_, i) => times[i]! - (i === 0 ? -1000 : times[i - 1]!),
    );
    expectAgreement(gaps, reference);
  });

  it('has Poisson counts, independent between halves, at times that are uniform', () => {
    const reference = referenceCases<PoissonParams>('poisson').find((one) => one.params.mean === 37.5)!;
    const rng = specRng('counts');
    const [from, middle, to] = [50, 50 + 18.75 / rate, 50 + 37.5 / rate];
    const windows = 10_000;
    const first = new Float64Array(windows);
    const second = new Float64Array(windows);
    const places: number[] = [];
    for (let i = 0; i < windows; i++) {
      const times = process.arrivals(rng, from, to);
      for (const time of times) {
        if (time < middle) first[i]!++;
        else second[i]!++;
        if (i < 500) places.push((time - from) / (to - from));
      }
    }
    expectAgreement(
      first.map((count, i) => count + second[i]!),
      reference,
    );
    expect(Math.abs(correlation(first, second))).toBeLessThan(5 / Math.sqrt(windows));
    expect(ksTest(places, (x) => x).p).toBeGreaterThan(5e-7);
  });

  it('knows its expected counts', () => {
    expect(process.meanRate).toBe(0.2);
    expect(process.expectedCount(-5, 10)).toBe(3);
    expect(Object.isFrozen(process) && Object.isFrozen(process.params)).toBe(true);
  });

  it('takes one exponential value an arrival and one more', () => {
    const rng = countingRng(specRng('draws'));
    const arrivals = process.arrivals(rng, 0, 100_000).length;
    expect(rng.draws / (arrivals + 1)).toBeGreaterThan(2.05);
    expect(rng.draws / (arrivals + 1)).toBeLessThan(2.08);
  });

  it('stays in the window, far from 0 too', () => {
    expect(process.arrivals(specRng('empty'), 7, 7)).toHaveLength(0);
    // A gap is far below what a double can tell apart there.
    const from = 2 ** 40;
    const far = poissonProcess({ rate: 1e5 }).arrivals(specRng('far'), from, from + 0.125);
    expect(Math.abs(far.length - 12_500)).toBeLessThan(5 * Math.sqrt(12_500) + 1e5 / 2 ** 13);
    expect(far.every((time, i) => time >= (far[i - 1] ?? from) && time < from + 0.125)).toBe(true);
  });

  refuses(poissonProcess, [
    [{ rate: 0 }, 'rate'],
    [{ rate: Number.POSITIVE_INFINITY }, 'rate'],
  ]);

  refuses(
    ([from, to]: readonly [number, number]) => process.arrivals(specRng('no'), from, to),
    [
      [[Number.NaN, 1], 'from'],
      [[1, 0], 'to'],
      [[0, Number.POSITIVE_INFINITY], 'to'],
      [[0, 1e9], 'to'],
    ],
  );
});

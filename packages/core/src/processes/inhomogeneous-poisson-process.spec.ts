import { expectAgreement, referenceCases, specRng } from '../../test/agrees-with-reference';
import { countingRng } from '../../test/counting-rng';
import { refuses } from '../../test/refuses';
import type { ExponentialParams } from '../distributions/exponential';
import type { PoissonParams } from '../distributions/poisson';
import { inhomogeneousPoissonProcess } from './inhomogeneous-poisson-process';

describe('inhomogeneousPoissonProcess', () => {
  // Its integral over three periods is 37.5.
  const level = 37.5 / (6 * Math.PI);
  const intensity = (time: number): number => level * (1 + 0.8 * Math.sin(time));
  const integral = (time: number): number => level * (time - 0.8 * Math.cos(time));
  const process = inhomogeneousPoissonProcess({ intensity, bound: 2 * level });

  it('has exponential gaps of mean 1 in the time of its integral', () => {
    const reference = referenceCases<ExponentialParams>('exponential').find((one) => one.params.rate === 1)!;
    const times = process.arrivals(specRng('thinned gaps'), 1, 1 + 102_000 / level);
    const gaps = Float64Array.from(
      { length: 100_000 },
      (_, i) => integral(times[i]!) - integral(i === 0 ? 1 : times[i - 1]!),
    );
    expectAgreement(gaps, reference);
  });

  it('has Poisson counts', () => {
    const reference = referenceCases<PoissonParams>('poisson').find((one) => one.params.mean === 37.5)!;
    const rng = specRng('thinned counts');
    const counts = Float64Array.from(
      { length: 10_000 },
      () => process.arrivals(rng, 2, 2 + 6 * Math.PI).length,
    );
    expectAgreement(counts, reference);
  });

  it('takes an exponential and a uniform value a candidate', () => {
    const rng = countingRng(specRng('thinned draws'));
    const length = 50_000;
    process.arrivals(rng, 0, length);
    const candidates = 2 * level * length;
    expect(Math.abs(rng.draws / 4.07 / candidates - 1)).toBeLessThan(0.003 + 5 / Math.sqrt(candidates));
  });

  it('keeps every candidate at the bound, and none at 0', () => {
    const steps = inhomogeneousPoissonProcess({ intensity: (time) => (time < 100 ? 0 : 5), bound: 5 });
    const times = steps.arrivals(specRng('steps'), 0, 1100);
    expect(times[0]).toBeGreaterThanOrEqual(100);
    expect(Math.abs(times.length - 5000)).toBeLessThan(5 * Math.sqrt(5000));
    expect(Object.isFrozen(steps) && Object.isFrozen(steps.params)).toBe(true);
  });

  it.each([3.0001, -0.1, Number.NaN])('refuses an intensity of %d under a bound of 3', (value) => {
    const wrong = inhomogeneousPoissonProcess({ intensity: (time) => (time > 50 ? value : 1), bound: 3 });
    expect(() => wrong.arrivals(specRng('wrong'), 0, 100)).toThrow(
      expect.objectContaining({
        code: 'PARAMETER_INVALID',
        field: expect.stringMatching(/^intensity\(5\d\./) as string,
        value,
      }),
    );
  });

  refuses(inhomogeneousPoissonProcess, [
    [{ intensity, bound: 0 }, 'bound'],
    [{ intensity, bound: Number.NaN }, 'bound'],
  ]);

  refuses(
    ([from, to]: readonly [number, number]) => process.arrivals(specRng('no'), from, to),
    [
      [[Number.NEGATIVE_INFINITY, 1], 'from'],
      [[1, 0], 'to'],
    ],
  );
});

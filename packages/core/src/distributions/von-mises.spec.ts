import { moments, standardErrorOfMean } from '@synth/testkit';
import { agreesWithReference, specRng } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { vonMises } from './von-mises';

describe('vonMises', () => {
  agreesWithReference('von-mises', vonMises, { draws: [2, 6.1], linear: false });

  refuses(vonMises, [
    [{ mu: Number.NaN, kappa: 1 }, 'mu'],
    [{ mu: 0, kappa: -1 }, 'kappa'],
    [{ mu: 0, kappa: 1e11 }, 'kappa'],
  ]);

  it('has its direction and its circular variance', () => {
    // 1 - I1(k) / I0(k): scipy.special.ive, scipy 1.10.1.
    const sampler = vonMises({ mu: 7, kappa: 2 });
    expect(sampler.mean).toBeCloseTo(7 - 2 * Math.PI, 12);
    expect(sampler.variance).toBeCloseTo(0.30222534203599194, 12);
    expect(vonMises({ mu: 0, kappa: 0 }).variance).toBe(1);
    expect(vonMises({ mu: 0, kappa: 1000 }).variance).toBeCloseTo(0.0005001251251957051, 12);
    const values = sampler.fill(specRng('direction'), new Float64Array(20_000));
    expect(values.every((value) => value >= -Math.PI && value <= Math.PI)).toBe(true);
    const off = moments(values.map((value) => Math.sin(value - 7)));
    expect(Math.abs(off.mean)).toBeLessThan(5 * standardErrorOfMean(off.variance, values.length));
  });

  it.each([1e-9, 1e10])('holds its digits at kappa = %d', (kappa) => {
    const values = vonMises({ mu: 0, kappa }).fill(specRng('extreme'), new Float64Array(10_000));
    // Uniform over the circle, or normal with variance 1 / kappa.
    const variance = kappa < 1 ? (Math.PI * Math.PI) / 3 : 1 / kappa;
    const kurtosis = kappa < 1 ? 1.8 : 3;
    const found = moments(values);
    expect(Math.abs(found.variance / variance - 1)).toBeLessThan(
      5 * Math.sqrt((kurtosis - 1) / values.length),
    );
  });
});

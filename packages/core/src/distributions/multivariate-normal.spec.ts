import { correlation } from '@synth/testkit';
import { expectAgreement, referenceCases, specRng } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { multivariateNormal } from './multivariate-normal';

describe('multivariateNormal', () => {
  const n = 50_000;
  const sampler = multivariateNormal({
    mean: [1, -2],
    covariance: [
      [4, 3],
      [3, 9],
    ],
  });
  const all = sampler.fill(specRng('multivariate-normal'), new Float64Array(2 * n));
  const coordinate = (i: number): Float64Array =>
    Float64Array.from({ length: n }, (_, row) => all[2 * row + i]!);

  it.each(referenceCases('multivariate-normal').map((one, i) => [i, one] as const))(
    'has a normal coordinate %d',
    (i, reference) => {
      expectAgreement(coordinate(i), reference);
      expect(sampler.mean[i]).toBe(reference.mean);
      expect(sampler.variance[i]).toBe(reference.variance);
    },
  );

  it('correlates its coordinates', () => {
    // The standard error of a correlation r is (1 - r^2) / sqrt(n).
    expect(Math.abs(correlation(coordinate(0), coordinate(1)) - 0.5)).toBeLessThan((5 * 0.75) / Math.sqrt(n));
  });

  it('takes a covariance that leaves a coordinate no freedom of its own', () => {
    const rng = specRng('semi-definite');
    const line = multivariateNormal({
      mean: [0, 0, 5],
      covariance: [
        [1, 2, 0],
        [2, 4, 0],
        [0, 0, 0],
      ],
    });
    for (let i = 0; i < 20; i++) {
      const [x, y, z] = line.draw(rng);
      expect(y).toBeCloseTo(2 * x!, 10);
      expect(z).toBe(5);
    }
  });

  refuses(multivariateNormal, [
    [{ mean: [], covariance: [] }, 'mean'],
    [{ mean: [0, 0], covariance: [[1, 0]] }, 'covariance'],
    [
      {
        mean: [0, 0],
        covariance: [
          [1, 0.5],
          [0.4, 1],
        ],
      },
      'covariance[0][1]',
    ],
    [
      {
        mean: [0, 0],
        covariance: [
          [1, 2],
          [2, 1],
        ],
      },
      'covariance',
    ],
    [
      {
        mean: [0, 0],
        covariance: [
          [0, 1],
          [1, 1],
        ],
      },
      'covariance',
    ],
    [{ mean: [Number.NaN], covariance: [[1]] }, 'mean[0]'],
  ]);
});

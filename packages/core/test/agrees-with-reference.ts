import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  chiSquareTest,
  countCells,
  ksTestAtQuantiles,
  standardErrorOfMean,
  standardisedMoments,
  zScore,
} from '@synth/testkit';
import type { Rng } from '../src/random/rng';
import { streams } from '../src/random/streams';
import type { Sampler } from '../src/distributions/sampler';
import { countingRng } from './counting-rng';

/** A case of reference/*.json: see reference/make_references.py. */
export interface ReferenceCase<Params> {
  readonly params: Params;
  readonly mean: number;
  readonly variance: number;
  /** Standardised moments 1 to 8. */
  readonly moments: readonly number[];
  /** Of a continuous distribution. */
  readonly quantiles?: readonly number[];
  /** Of a discrete one. */
  readonly values?: readonly number[];
  readonly masses?: readonly number[];
}

const size = 100_000;
/** Five standard errors; a p-value of the same rarity. */
const zLimit = 5;
const pLimit = 5e-7;

/** The cases of a file. */
export function referenceCases<Params>(file: string): readonly ReferenceCase<Params>[] {
  const path = join(__dirname, 'reference', `${file}.json`);
  return (JSON.parse(readFileSync(path, 'utf8')) as { cases: ReferenceCase<Params>[] }).cases;
}

/** A generator of its own for each case. */
export const specRng = (name: string, entity = 0): Rng =>
  streams({ seed: 'reference', dataset: 'spec' }).stream(name).at(entity);

/** How far a sample's first four moments lie from the reference, in standard errors. */
export function momentScores(sample: Float64Array, reference: ReferenceCase<unknown>): number[] {
  const { mean, variance, moments } = reference;
  return standardisedMoments(sample, mean, Math.sqrt(variance), 4).map((estimate, i) => {
    const expected = moments[i]!;
    // The variance of z^k is E z^2k - (E z^k)^2.
    const spread = moments[2 * i + 1]! - expected * expected;
    return zScore(estimate, expected, standardErrorOfMean(Math.max(spread, 1e-9), sample.length));
  });
}

/** The probabilities of a fit at least as bad as the sample's, were it drawn from the reference. */
export function fitProbabilities(sample: Float64Array, reference: ReferenceCase<unknown>): number[] {
  const n = sample.length;
  const { quantiles, values, masses } = reference;
  if (quantiles !== undefined) {
    const counts = countCells(sample, quantiles);
    const cells = counts.length;
    const below = quantiles.map((_, i) => counts.slice(0, i + 1).reduce((sum, count) => sum + count, 0));
    const probabilities = quantiles.map((_, i) => (i + 1) / cells);
    return [
      chiSquareTest(counts, new Float64Array(cells).fill(n / cells)).p,
      ksTestAtQuantiles(below, probabilities, n).p,
    ];
  }
  const possible = values!.filter((_, i) => masses![i]! > 0);
  const expected = masses!.filter((mass) => mass > 0).map((mass) => mass * n);
  return [chiSquareTest(countCells(sample, possible.slice(1)), expected).p];
}

/** A sample and what it should look like. */
export function expectAgreement(sample: Float64Array, reference: ReferenceCase<unknown>): void {
  for (const z of momentScores(sample, reference)) expect(Math.abs(z)).toBeLessThan(zLimit);
  for (const p of fitProbabilities(sample, reference)) expect(p).toBeGreaterThan(pLimit);
}

export interface AgreementOptions {
  /** Least and greatest documented average of 32-bit draws a value, over the cases. */
  readonly draws: readonly [least: number, greatest: number];
  /** Whether `mean` and `variance` are those of the numbers (false: of a direction). */
  readonly linear?: boolean;
}

/**
 * What every sampler of numbers must do, for each case of its reference: moments and fit within five standard errors,
 * exact `mean` and `variance`, `fill` equal to `draw`, no state but the generator's, the documented number of draws.
 */
export function agreesWithReference<Params extends object>(
  file: string,
  make: (params: Params) => Sampler,
  { draws, linear = true }: AgreementOptions,
): void {
  const cases = referenceCases<Params>(file).map((one, i) => [JSON.stringify(one.params), one, i] as const);
  describe.each(cases)('%s', (_, reference, index) => {
    const sampler = make(reference.params);

    it('has the moments and the shape of the reference', () => {
      expectAgreement(sampler.fill(specRng(file, index), new Float64Array(size)), reference);
    });

    if (linear) {
      it('knows its mean and variance', () => {
        expect(Math.abs(sampler.mean - reference.mean)).toBeLessThan(1e-9 * Math.sqrt(reference.variance));
        expect(Math.abs(sampler.variance / reference.variance - 1)).toBeLessThan(1e-9);
      });
    }

    it('fills as it draws and keeps nothing between draws', () => {
      const rng = specRng('fill', index);
      const drawn = Array.from({ length: 40 }, () => sampler.draw(rng));
      expect(Array.from(sampler.fill(specRng('fill', index), new Float64Array(40)))).toEqual(drawn);
      const front = sampler.fill(specRng('fill', index), new Float64Array(40).fill(Number.NaN), 3);
      expect(Array.from(front)).toEqual([...drawn.slice(0, 3), ...new Array<number>(37).fill(Number.NaN)]);
      const resumed = specRng('fill', index);
      sampler.fill(resumed, new Float64Array(7));
      const state = resumed.getState();
      sampler.draw(specRng('other', index));
      resumed.setState(state);
      expect(sampler.draw(resumed)).toBe(drawn[7]);
      expect(Object.isFrozen(sampler) && Object.isFrozen(sampler.params)).toBe(true);
    });

    it('takes the documented number of draws', () => {
      const rng = countingRng(specRng('count', index));
      const values = 20_000;
      for (let i = 0; i < values; i++) sampler.draw(rng);
      const average = rng.draws / values;
      expect(average).toBeGreaterThanOrEqual(draws[0]);
      expect(average).toBeLessThanOrEqual(draws[1]);
    });
  });
}

import { parameter, positive } from '../distributions/internal/parameter';
import { standardExponential } from '../distributions/internal/standard-exponential';
import type { Rng } from '../random/rng';
import { checkWindow } from './internal/window';
import type { PointProcess } from './point-process';

/** Parameters of {@link inhomogeneousPoissonProcess}; {@link weeklyCycle} makes such. */
export interface InhomogeneousPoissonProcessParams {
  /** Arrivals in a unit of time at a moment: in [0, bound]. The same moment always gives the same number. */
  readonly intensity: (time: number) => number;
  /** What the intensity never exceeds, above 0. The closer, the fewer candidates are rejected. */
  readonly bound: number;
}

/**
 * The Poisson process of an intensity that changes over time: counts of windows that do not overlap are independent
 * and Poisson, of mean the integral of the intensity.
 *
 * By thinning (Lewis and Shedler, "Simulation of nonhomogeneous Poisson processes by thinning", 1979): candidates of a
 * Poisson process of rate `bound` are each kept with probability intensity / bound. An exponential and a uniform value
 * a candidate, of which bound (to - from) are expected, and one more exponential: 4.07 draws of 32 bits a candidate.
 *
 * @throws SynthError `PARAMETER_INVALID`; from `arrivals` also where the intensity of a candidate is not in [0, bound]
 * @example
 * ```ts
 * const tide = inhomogeneousPoissonProcess({ intensity: (hour) => 2 + Math.sin(hour), bound: 3 });
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('tide').at(0);
 * tide.arrivals(rng, 0, 24).every((hour) => hour >= 0 && hour < 24); // => true
 * ```
 */
export function inhomogeneousPoissonProcess(
  params: InhomogeneousPoissonProcessParams,
): PointProcess<InhomogeneousPoissonProcessParams> {
  const { intensity, bound } = params;
  positive('bound', bound);
  const meanGap = 1 / bound;
  return Object.freeze({
    name: 'inhomogeneousPoissonProcess',
    params: Object.freeze({ intensity, bound }),
    arrivals(rng: Rng, from: number, to: number): Float64Array {
      checkWindow(from, to, bound);
      const times: number[] = [];
      // The time passed, not the time: a gap is not lost in the rounding of a window far from 0.
      for (let passed = 0; ;) {
        passed += standardExponential(rng) * meanGap;
        const time = from + passed;
        if (!(time < to)) return Float64Array.from(times);
        const here = intensity(time);
        if (!(here >= 0 && here <= bound)) {
          parameter(false, `intensity(${time})`, here, `in [0, ${bound}], the bound`);
        }
        if (rng.nextF64() * bound < here) times.push(time);
      }
    },
  });
}

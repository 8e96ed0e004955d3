import { positive } from '../distributions/internal/parameter';
import { standardExponential } from '../distributions/internal/standard-exponential';
import type { Rng } from '../random/rng';
import { checkWindow } from './internal/window';
import type { CountedPointProcess } from './point-process';

/** Parameters of {@link poissonProcess}. */
export interface PoissonProcessParams {
  /** Arrivals in a unit of time, above 0. */
  readonly rate: number;
}

/**
 * The Poisson process: gaps between arrivals are independent and exponential of mean 1 / rate, counts of windows that
 * do not overlap independent and Poisson of mean rate (to - from). (Kingman, "Poisson Processes", 1993.)
 *
 * One exponential value an arrival and one more, which leaves the window: 2.07 draws of 32 bits each on average.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const visits = poissonProcess({ rate: 3 });
 * visits.expectedCount(10, 12); // => 6
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('visits').at(0);
 * visits.arrivals(rng, 10, 12).every((time) => time >= 10 && time < 12); // => true
 * ```
 */
export function poissonProcess(params: PoissonProcessParams): CountedPointProcess<PoissonProcessParams> {
  const { rate } = params;
  positive('rate', rate);
  const meanGap = 1 / rate;
  return Object.freeze({
    name: 'poissonProcess',
    params: Object.freeze({ rate }),
    meanRate: rate,
    expectedCount: (from: number, to: number) => rate * (to - from),
    arrivals(rng: Rng, from: number, to: number): Float64Array {
      checkWindow(from, to, rate);
      const times: number[] = [];
      // The time passed, not the time: a gap is not lost in the rounding of a window far from 0.
      for (let passed = 0; ;) {
        passed += standardExponential(rng) * meanGap;
        const time = from + passed;
        if (!(time < to)) return Float64Array.from(times);
        times.push(time);
      }
    },
  });
}

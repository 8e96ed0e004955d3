import type { Rng } from '../random/rng';
import { makeSampler } from './internal/make-sampler';
import { integerIn, probability } from './internal/parameter';
import { logBinomial } from './internal/saddle-point';
import type { Sampler } from './sampler';

/** Parameters of {@link binomial}. */
export interface BinomialParams {
  /** The number of trials, an integer in [0, 2^53 - 1]. */
  readonly n: number;
  /** The probability of success of a trial, in [0, 1]. */
  readonly p: number;
}

/** Below this expected count, inversion from 0 up is faster than rejection. */
const smallMean = 10;

/**
 * The binomial distribution: the successes of `n` independent trials.
 *
 * Where fewer than 10 successes (or failures, the rarer) are expected by sequential search (2 draws of 32 bits,
 * always), else by Hörmann's transformed rejection BTRS (1993; 4.5 to 5.5 draws on average): constant time at any `n`.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * binomial({ n: 20, p: 0.25 }).mean; // => 5
 * ```
 */
export function binomial(params: BinomialParams): Sampler<BinomialParams> {
  const { n, p } = params;
  integerIn('n', n, 0, Number.MAX_SAFE_INTEGER);
  probability('p', p);
  const rarer = successes(n, Math.min(p, 1 - p));
  return makeSampler({
    name: 'binomial',
    params: { n, p },
    mean: n * p,
    variance: n * p * (1 - p),
    draw: p <= 0.5 ? rarer : (rng) => n - rarer(rng),
  });
}

/** A draw function for p in [0, 1/2]. */
function successes(n: number, p: number): (rng: Rng) => number {
  return n * p < smallMean ? searched(n, p) : rejected(n, p);
}

function searched(n: number, p: number): (rng: Rng) => number {
  const none = Math.exp(n * Math.log1p(-p));
  const odds = p / (1 - p);
  // Past 120 all that is left of a mean below 10 is rounding.
  const last = Math.min(n, 120);
  return (rng) => {
    let left = rng.nextF64();
    let probability = none;
    let k = 0;
    while (left >= probability && k < last) {
      left -= probability;
      probability *= ((n - k) * odds) / (k + 1);
      k++;
    }
    return k;
  };
}

/** Hörmann, "The generation of binomial random variates" (1993), algorithm BTRS. */
function rejected(n: number, p: number): (rng: Rng) => number {
  const q = 1 - p;
  const spread = Math.sqrt(n * p * q);
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const atMode = logBinomial(Math.floor((n + 1) * p), n, p, q);
  return (rng) => {
    for (;;) {
      const u = rng.nextF64() - 0.5;
      const v = 1 - rng.nextF64();
      const edge = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / edge + b) * u + c);
      if (edge >= 0.07 && v <= squeeze) return k;
      if (k < 0 || k > n) continue;
      if (Math.log((v * alpha) / (a / (edge * edge) + b)) <= logBinomial(k, n, p, q) - atMode) return k;
    }
  };
}

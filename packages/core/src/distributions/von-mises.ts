import { besselRatio } from '../math/bessel-ratio';
import type { Rng } from '../random/rng';
import { makeSampler } from './internal/make-sampler';
import { finite, parameter } from './internal/parameter';
import type { Sampler } from './sampler';

/** Parameters of {@link vonMises}. */
export interface VonMisesParams {
  /** The mean direction, in radians, any finite number. */
  readonly mu: number;
  /** The concentration, in [0, 1e10]; 0 is uniform, 1 / sqrt(kappa) nears the standard deviation. */
  readonly kappa: number;
}

/**
 * The von Mises distribution of directions, density exp(kappa cos(x - mu)) / (2 pi I_0(kappa)): a bell on the circle,
 * such as hours of the day. Values are radians in [-pi, pi].
 *
 * `mean` is the mean direction and `variance` the circular variance 1 - I_1(kappa) / I_0(kappa), in [0, 1].
 *
 * By Best and Fisher (1979), in a form that keeps its digits at any concentration: at least 66 % of tries are taken,
 * 4 draws of 32 bits each.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * vonMises({ mu: 0, kappa: 2 }).variance.toFixed(4); // => '0.3022'
 * ```
 */
export function vonMises(params: VonMisesParams): Sampler<VonMisesParams> {
  const { mu, kappa } = params;
  finite('mu', mu);
  parameter(kappa >= 0 && kappa <= greatestConcentration, 'kappa', kappa, 'in [0, 1e10]');
  const centre = wrap(mu);
  const centred = kappa < 1e-100 ? uniformAngle : bestFisher(kappa);
  return makeSampler({
    name: 'vonMises',
    params: { mu, kappa },
    mean: centre,
    variance: 1 - besselRatio(0, kappa),
    draw: (rng) => wrap(centre + centred(rng)),
  });
}

/** Beyond it the angles are finer than a direction's digits. */
export const greatestConcentration = 1e10;

const turn = 2 * Math.PI;

/** The same direction in [-pi, pi]. */
function wrap(angle: number): number {
  return angle >= -Math.PI && angle <= Math.PI ? angle : angle - turn * Math.round(angle / turn);
}

const uniformAngle = (rng: Rng): number => Math.PI * (2 * rng.nextF64() - 1);

/** Wrapped Cauchy proposals. All is written in 1 - cos, which keeps its digits where angles are small. */
function bestFisher(kappa: number): (rng: Rng) => number {
  const root = Math.sqrt(1 + 4 * kappa * kappa);
  const tau = 1 + root;
  const rho = (2 * kappa * Math.sqrt(tau)) / (tau * (Math.sqrt(tau) + Math.SQRT2));
  const excess = ((1 - rho) * (1 - rho)) / (2 * rho);
  return (rng) => {
    for (;;) {
      const u = 2 * rng.nextF64() - 1;
      const z = Math.cos(Math.PI * u);
      const oneLessCos = (excess * (1 - z)) / (1 + excess + z);
      const c = kappa * (excess + oneLessCos);
      const v = 1 - rng.nextF64();
      if (v < c * (2 - c) || Math.log(c / v) + 1 >= c) {
        const angle = 2 * Math.asin(Math.min(1, Math.sqrt(oneLessCos / 2)));
        return u < 0 ? -angle : angle;
      }
    }
  };
}

import { aliasTable } from '../sampling/alias-table';
import { makeSampler } from './internal/make-sampler';
import { parameter } from './internal/parameter';
import type { Sampler } from './sampler';

/** One part of a {@link mixture}. */
export interface MixtureComponent {
  /** How often it is drawn from, 0 or more; the weights need not sum to 1. */
  readonly weight: number;
  readonly distribution: Sampler;
}

/** Parameters of {@link mixture}. */
export interface MixtureParams {
  /** At least one. */
  readonly components: readonly MixtureComponent[];
}

/**
 * A mixture: a value of one of its distributions, chosen by weight. 2 draws of 32 bits for the choice (an alias table),
 * then those of the distribution.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const session = mixture({
 *   components: [
 *     { weight: 3, distribution: exponential({ rate: 1 }) },
 *     { weight: 1, distribution: normal({ mean: 9, sd: 1 }) },
 *   ],
 * });
 * session.mean; // => 3
 * session.variance; // => 13
 * ```
 */
export function mixture(params: MixtureParams): Sampler<MixtureParams> {
  const components = Object.freeze(params.components.map((one) => Object.freeze({ ...one })));
  parameter(components.length > 0, 'components', params.components, 'a list of at least one component');
  const table = aliasTable(components.map((one) => one.weight));
  const distributions = components.map((one) => one.distribution);
  const drawn = components.filter((one) => one.weight > 0);
  const mean = drawn.reduce((sum, one) => sum + (one.weight / table.total) * one.distribution.mean, 0);
  const variance = drawn.reduce((sum, { weight, distribution }) => {
    const off = distribution.mean - mean;
    return sum + (weight / table.total) * (distribution.variance + off * off);
  }, 0);
  return makeSampler({
    name: 'mixture',
    params: { components },
    mean,
    variance,
    draw: (rng) => distributions[table.draw(rng)]!.draw(rng),
  });
}

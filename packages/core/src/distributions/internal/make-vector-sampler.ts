import type { Rng } from '../../random/rng';
import type { VectorSampler } from '../sampler';
import { parameter } from './parameter';

/** A vector distribution before `draw` and `fill` are made of the one function that writes a vector. */
interface VectorDistribution<Params extends object> {
  readonly name: string;
  readonly params: Params;
  readonly mean: readonly number[];
  readonly variance: readonly number[];
  /** Writes one vector at `out[at]` and after. */
  drawAt(rng: Rng, out: Float64Array, at: number): void;
}

/** Completes a vector sampler and freezes it, its parameters and its moments. */
export function makeVectorSampler<Params extends object>(
  made: VectorDistribution<Params>,
): VectorSampler<Params> {
  const { name, drawAt } = made;
  const dimension = made.mean.length;
  return Object.freeze({
    name,
    params: Object.freeze(made.params),
    dimension,
    mean: Object.freeze(made.mean),
    variance: Object.freeze(made.variance),
    draw(rng: Rng) {
      const out = new Float64Array(dimension);
      drawAt(rng, out, 0);
      return out;
    },
    fill(rng: Rng, out: Float64Array) {
      parameter(out.length % dimension === 0, 'out.length', out.length, `a multiple of ${dimension}`);
      for (let at = 0; at < out.length; at += dimension) drawAt(rng, out, at);
      return out;
    },
  });
}

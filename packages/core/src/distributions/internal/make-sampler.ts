import type { Rng } from '../../random/rng';
import type { InvertibleSampler, NumberArray, Sampler } from '../sampler';

/** Completes a sampler with `fill`, and freezes it and its parameters. */
export function makeSampler<Params extends object>(made: Omit<Sampler<Params>, 'fill'>): Sampler<Params> {
  const { draw } = made;
  Object.freeze(made.params);
  return Object.freeze({
    ...made,
    fill<Out extends NumberArray>(rng: Rng, out: Out): Out {
      for (let i = 0; i < out.length; i++) out[i] = draw(rng);
      return out;
    },
  });
}

/** The same for a sampler with a known distribution function. `quantile` need only hold on [0, 1]. */
export function makeInvertibleSampler<Params extends object>(
  made: Omit<InvertibleSampler<Params>, 'fill'>,
): InvertibleSampler<Params> {
  const { cdf, quantile } = made;
  return Object.freeze({
    ...makeSampler<Params>(made),
    cdf,
    quantile: (p: number) => (p >= 0 && p <= 1 ? quantile(p) : Number.NaN),
  });
}

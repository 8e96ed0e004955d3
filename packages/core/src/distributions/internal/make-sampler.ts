import type { Rng } from '../../random/rng';
import type { InvertibleSampler, NumberArray, Sampler } from '../sampler';

/** A sampler without what {@link makeSampler} can add. */
type Made<Full extends Sampler> = Omit<Full, 'fill'> & Partial<Pick<Full, 'fill'>>;

/** Completes a sampler with a `fill` unless it has one of its own, and freezes it and its parameters. */
export function makeSampler<Params extends object>(made: Made<Sampler<Params>>): Sampler<Params> {
  const { draw } = made;
  Object.freeze(made.params);
  return Object.freeze({
    fill<Out extends NumberArray>(rng: Rng, out: Out, count = out.length): Out {
      for (let i = 0; i < count; i++) out[i] = draw(rng);
      return out;
    },
    ...made,
  });
}

/** The same for a sampler with a known distribution function. `quantile` need only hold on [0, 1]. */
export function makeInvertibleSampler<Params extends object>(
  made: Made<InvertibleSampler<Params>>,
): InvertibleSampler<Params> {
  const { cdf, quantile } = made;
  return Object.freeze({
    ...makeSampler<Params>(made),
    cdf,
    quantile: (p: number) => (p >= 0 && p <= 1 ? quantile(p) : Number.NaN),
  });
}

import fc from 'fast-check';
import type { Rng } from '../src/index';
import {
  aliasTable,
  beta,
  binomial,
  boundedZipf,
  dirichlet,
  gamma,
  lognormal,
  nextBelow,
  normal,
  pareto,
  poisson,
  rngFromState,
  shuffle,
  streams,
  truncatedNormal,
  uniform,
  weibull,
} from '../src/index';

const word = fc.integer();
const generator = fc.tuple(word, word, word, word).map((state) => rngFromState(state));
const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
const weights = fc
  .array(fc.oneof(fc.constant(0), between(1e-6, 1e6)), { minLength: 1, maxLength: 40 })
  .filter((all) => all.some((one) => one > 0));

describe('whatever the parameters', () => {
  it('an alias table gives each index its weight, and none to an index without', () => {
    fc.assert(
      fc.property(weights, generator, (given, rng) => {
        const { size, total, cuts, aliases, fill } = aliasTable(given);
        const mass = new Float64Array(size);
        for (let cell = 0; cell < size; cell++) {
          const own = cuts[cell]! - cell;
          mass[cell]! += own;
          mass[aliases[cell]!]! += 1 - own;
        }
        given.forEach((weight, i) => expect(Math.abs(mass[i]! / size - weight / total)).toBeLessThan(1e-12));
        for (const index of fill(rng, new Int32Array(50))) expect(given[index]).toBeGreaterThan(0);
      }),
    );
  });

  it('a shuffle is a permutation', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), generator, (values, rng) => {
        expect(shuffle(rng, [...values]).sort()).toEqual([...values].sort());
      }),
    );
  });

  it('an integer is below its bound, and a restored state repeats it', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), generator, (any, rng) => {
        const bound = Math.max(1, Math.abs(any));
        const state = rng.getState();
        const value = nextBelow(rng, bound);
        expect(Number.isInteger(value) && value >= 0 && value < bound).toBe(true);
        rng.setState(state);
        expect(nextBelow(rng, bound)).toBe(value);
      }),
    );
  });

  it('quantiles ascend and invert the distribution function', () => {
    const distributions = fc.oneof(
      fc.record({ mean: between(-1e3, 1e3), sd: between(1e-2, 1e3) }).map(normal),
      fc.record({ mu: between(-5, 5), sigma: between(0.05, 3) }).map(lognormal),
      fc.record({ shape: between(0.2, 20), scale: between(1e-3, 1e3) }).map(weibull),
      fc.record({ alpha: between(0.2, 20), min: between(1e-3, 1e3) }).map(pareto),
      fc.record({ min: between(-1e3, 0), max: between(1, 1e3) }).map(uniform),
    );
    const share = between(0.001, 0.999);
    fc.assert(
      fc.property(distributions, share, share, ({ cdf, quantile }, p, q) => {
        expect(Math.abs(cdf(quantile(p)) - p)).toBeLessThan(1e-9);
        if (p < q) expect(quantile(p)).toBeLessThanOrEqual(quantile(q));
      }),
    );
  });

  it('values lie where the distribution has them', () => {
    const draws = (check: (rng: Rng) => boolean) => (rng: Rng) => {
      for (let i = 0; i < 20; i++) if (!check(rng)) return false;
      return true;
    };
    const checks = fc.oneof(
      fc.record({ shape: between(0.01, 100), scale: between(1e-3, 1e3) }).map((params) => {
        const { draw } = gamma(params);
        return draws((rng) => draw(rng) >= 0);
      }),
      fc.record({ alpha: between(1e-3, 100), beta: between(1e-3, 100) }).map((params) => {
        const { draw } = beta(params);
        return draws((rng) => draw(rng) >= 0 && draw(rng) <= 1);
      }),
      fc.record({ n: fc.nat(), p: between(0, 1) }).map((params) => {
        const { draw } = binomial(params);
        return draws((rng) => Number.isInteger(draw(rng)) && draw(rng) >= 0 && draw(rng) <= params.n);
      }),
      fc.record({ mean: between(0, 1e6) }).map((params) => {
        const { draw } = poisson(params);
        return draws((rng) => Number.isInteger(draw(rng)) && draw(rng) >= 0);
      }),
      fc.record({ exponent: between(0, 8), n: fc.integer({ min: 1, max: 1e9 }) }).map((params) => {
        const { draw } = boundedZipf(params);
        return draws((rng) => Number.isInteger(draw(rng)) && draw(rng) >= 1 && draw(rng) <= params.n);
      }),
      fc
        .record({
          mean: between(-50, 50),
          sd: between(0.1, 10),
          min: between(-60, 0),
          width: between(1e-3, 60),
        })
        .map(({ width, ...rest }) => {
          const max = rest.min + width;
          const { draw } = truncatedNormal({ ...rest, max });
          return draws((rng) => draw(rng) >= rest.min && draw(rng) <= max);
        }),
      fc.array(between(1e-3, 50), { minLength: 1, maxLength: 20 }).map((alpha) => {
        const { draw } = dirichlet({ alpha });
        return draws((rng) => Math.abs(draw(rng).reduce((sum, share) => sum + share, 0) - 1) < 1e-12);
      }),
    );
    fc.assert(fc.property(checks, generator, (check, rng) => check(rng)));
  });

  it('a stream is a function of its key', () => {
    const key = fc.record({
      seed: fc.string(),
      dataset: fc.string(),
      name: fc.string(),
      entity: fc.maxSafeNat(),
    });
    fc.assert(
      fc.property(key, key, (one, two) => {
        const first = ({ seed, dataset, name, entity }: typeof one): number =>
          streams({ seed, dataset }).stream(name).at(entity).nextF64();
        const equal = JSON.stringify(one) === JSON.stringify(two);
        expect(first(one) === first(two)).toBe(equal);
        expect(first(one)).toBe(first(one));
      }),
    );
  });
});

// Speed of draws on the built package, beside pure-rand and d3-random, in one run: nx run core:bench
// Exits with 1 when a bar is missed.
import os from 'node:os';
import * as core from '@synth/core';
import * as d3 from 'd3-random';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { contest, summing } from './contest.mjs';

const stream = core.streams({ seed: 'bench', dataset: 'bench' }).stream('bench');
const rng = () => stream.at(0);

const generators = contest({
  'pure-rand xoroshiro128plus, next()': summing('other.next()', { other: xoroshiro128plus(42) }),
  '53-bit draw': summing('rng.nextF64()', { rng: rng() }),
  '32-bit draw': summing('rng.nextI32()', { rng: rng() }),
  'integer below 1,000': summing('nextBelow(rng, 1000 - (i & 7))', { nextBelow: core.nextBelow, rng: rng() }),
  'open a stream, and one 32-bit draw': summing('stream.at(i).nextI32()', { stream }),
  'open a stream in the same object, and one 32-bit draw': summing('stream.at(i, rng).nextI32()', {
    stream,
    rng: rng(),
  }),
});

/** Ours and d3's of the same distribution; d3 draws from our generator. */
const pairs = {
  uniform: [core.uniform({ min: 0, max: 1 }), d3.randomUniform, 0, 1],
  integer: [core.integer({ min: 0, max: 999 }), d3.randomInt, 0, 1000],
  bernoulli: [core.bernoulli({ p: 0.3 }), d3.randomBernoulli, 0.3],
  'binomial n 20, p 0.25': [core.binomial({ n: 20, p: 0.25 }), d3.randomBinomial, 20, 0.25],
  'binomial n 1000, p 0.3': [core.binomial({ n: 1000, p: 0.3 }), d3.randomBinomial, 1000, 0.3],
  negativeBinomial: [core.negativeBinomial({ r: 2.5, p: 0.1 })],
  geometric: [core.geometric({ p: 0.2 }), d3.randomGeometric, 0.2],
  'poisson 4': [core.poisson({ mean: 4 }), d3.randomPoisson, 4],
  'poisson 40': [core.poisson({ mean: 40 }), d3.randomPoisson, 40],
  normal: [core.normal({ mean: 0, sd: 1 }), d3.randomNormal, 0, 1],
  'truncatedNormal [-1, 2]': [core.truncatedNormal({ mean: 0, sd: 1, min: -1, max: 2 })],
  lognormal: [core.lognormal({ mu: 0, sigma: 1 }), d3.randomLogNormal, 0, 1],
  exponential: [core.exponential({ rate: 1 }), d3.randomExponential, 1],
  'gamma 0.2': [core.gamma({ shape: 0.2, scale: 1 }), d3.randomGamma, 0.2, 1],
  'gamma 2.5': [core.gamma({ shape: 2.5, scale: 1 }), d3.randomGamma, 2.5, 1],
  'beta 2, 5': [core.beta({ alpha: 2, beta: 5 }), d3.randomBeta, 2, 5],
  weibull: [core.weibull({ shape: 1.5, scale: 1 }), d3.randomWeibull, 1.5],
  pareto: [core.pareto({ alpha: 2.5, min: 1 }), d3.randomPareto, 2.5],
  'boundedZipf 1.1, 100,000': [core.boundedZipf({ exponent: 1.1, n: 100_000 })],
  vonMises: [core.vonMises({ mu: 0, kappa: 2 })],
  'categorical of 1,000': [
    core.categorical({ weights: Array.from({ length: 1000 }, (_, i) => 1 / (i + 1)) }),
  ],
};
const distributions = contest(
  Object.fromEntries(
    Object.entries(pairs).flatMap(([name, [ours, theirs, ...parameters]]) => {
      const loops = [[name, summing('ours.draw(rng)', { ours, rng: rng() })]];
      if (theirs !== undefined) {
        const source = rng();
        const draw = theirs.source(() => source.nextF64())(...parameters);
        loops.push([`${name}, d3`, summing('draw()', { draw })]);
      }
      return loops;
    }),
  ),
  { rounds: 300, turns: 5000 },
);

const vectors = {
  'dirichlet of 16, alpha 0.085': core.dirichlet({ alpha: new Array(16).fill(0.085) }),
  'dirichlet of 16, alpha 2': core.dirichlet({ alpha: new Array(16).fill(2) }),
  'vonMisesFisher of 64': core.vonMisesFisher({ mean: new Array(64).fill(1), kappa: 20 }),
  'multivariateNormal of 4': core.multivariateNormal({
    mean: [0, 0, 0, 0],
    covariance: [
      [2, 1, 0, 0],
      [1, 2, 1, 0],
      [0, 1, 2, 1],
      [0, 0, 1, 2],
    ],
  }),
};
const perVector = contest(
  Object.fromEntries(
    Object.entries(vectors).map(([name, ours]) => [
      name,
      summing('ours.fill(rng, out)[0]', { ours, rng: rng(), out: new Float64Array(ours.dimension) }),
    ]),
  ),
  { rounds: 150, turns: 500 },
);

const draw = generators['53-bit draw'];
const next = generators['pure-rand xoroshiro128plus, next()'];
const opening = Math.max(
  ...Object.keys(generators)
    .filter((name) => name.startsWith('open'))
    .map((name) => generators[name]),
);
const bars = [
  { bar: "a 53-bit draw over xoroshiro128plus's next(), at most 1", value: draw / next, met: draw <= next },
  {
    bar: 'opening a stream with its first draw, in 53-bit draws, at most 5',
    value: opening / draw,
    met: opening <= 5 * draw,
  },
];

const round = (value, digits = 1) => Number(value.toFixed(digits));
const report = {
  node: process.versions.node,
  cpu: os.cpus()[0].model,
  cores: os.cpus().length,
  load: round(os.loadavg()[0]),
  generators: Object.entries(generators).map(([name, ns]) => ({ name, ns: round(ns, 2) })),
  distributions: Object.keys(pairs).map((name) => {
    const theirs = distributions[`${name}, d3`];
    return {
      name,
      ns: round(distributions[name]),
      ...(theirs === undefined ? {} : { 'd3-random ns': round(theirs) }),
    };
  }),
  vectors: Object.entries(perVector).map(([name, ns]) => ({ name, ns: round(ns) })),
  bars: bars.map(({ bar, value, met }) => ({ bar, value: round(value, 2), met })),
};
for (const table of ['generators', 'distributions', 'vectors', 'bars']) console.table(report[table]);
console.log(JSON.stringify(report));
if (!bars.every(({ met }) => met)) process.exitCode = 1;

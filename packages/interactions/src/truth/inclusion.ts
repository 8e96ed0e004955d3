import { probabilityBelow } from './poisson-binomial';

/** Nodes and weights of the 16-point Gauss-Legendre rule on [-1, 1]: the positive half. */
const nodes = [
  0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003,
  0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
];
const nodeWeights = [
  0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.14959598881657674, 0.12462897125553388,
  0.09515851168249279, 0.062253523938647894, 0.027152459411754096,
];

/**
 * The probability that an item is among the first k of a sequential sample without replacement.
 *
 * Sampling in sequence has the law of an exponential race: item j arrives at an exponential time of rate p_j, and the
 * first k are taken. So the probability is
 *
 * integral over t > 0 of p_i exp(-p_i t) P(fewer than k others arrived by t) dt,
 *
 * where the arrivals by t are independent indicators of chance 1 - exp(-p_j t). The integral is taken in ln t by
 * Gauss-Legendre panels that are doubled until two results agree to a relative 1e-6.
 *
 * @param rates a weight for each item, 0 where it is never drawn; any scale
 */
export function inclusionProbability(rates: Float64Array, item: number, k: number): number {
  const rate = rates[item]!;
  if (rate === 0 || k <= 0) return 0;
  const others = rates.reduce((count, other, j) => count + (j !== item && other > 0 ? 1 : 0), 0);
  if (k > others) return 1;

  const chances = new Float64Array(rates.length);
  const work = new Float64Array(k + 1);
  const arrivals = (t: number): { mean: number; sd: number } => {
    let mean = 0;
    let variance = 0;
    for (let j = 0; j < rates.length; j++) {
      const chance = (chances[j] = -Math.expm1(-rates[j]! * t));
      if (j === item) continue;
      mean += chance;
      variance += chance * (1 - chance);
    }
    return { mean, sd: Math.sqrt(variance) };
  };

  // Before `early` fewer than k others have arrived, after `late` k have, or the item itself has: but for 1e-12.
  const surelyFewer = (s: number): boolean => {
    const { mean, sd } = arrivals(Math.exp(s));
    return mean < 1e-9 || mean + 8 * sd + 8 < k;
  };
  const surelyOver = (s: number): boolean => {
    const t = Math.exp(s);
    const { mean, sd } = arrivals(t);
    return rate * t > 40 || mean - 8 * sd - 8 > k;
  };
  const total = rates.reduce((sum, other) => sum + other, 0);
  const middle = Math.log(k / total);
  const early = edge(surelyFewer, middle, -1);
  const late = edge(surelyOver, middle, 1);

  const integrand = (s: number): number => {
    const t = Math.exp(s);
    arrivals(t);
    return rate * t * Math.exp(-rate * t) * probabilityBelow(k, chances, item, work);
  };
  const before = -Math.expm1(-rate * Math.exp(early));
  let panels = 4;
  let result = before + integrate(integrand, early, late, panels);
  for (;;) {
    panels *= 2;
    const finer = before + integrate(integrand, early, late, panels);
    if (Math.abs(finer - result) <= 1e-6 * finer || panels >= 256) return Math.min(1, finer);
    result = finer;
  }
}

/** The first point from `from` on, in steps away from it, where `reached` holds; refined by bisection. */
function edge(reached: (s: number) => boolean, from: number, direction: 1 | -1): number {
  let step = 1;
  let inside = from;
  let outside = from + direction;
  while (!reached(outside)) {
    inside = outside;
    step *= 2;
    outside += direction * step;
  }
  for (let i = 0; i < 12; i++) {
    const between = (inside + outside) / 2;
    if (reached(between)) outside = between;
    else inside = between;
  }
  return outside;
}

function integrate(f: (x: number) => number, from: number, to: number, panels: number): number {
  const half = (to - from) / panels / 2;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const centre = from + (2 * panel + 1) * half;
    for (let i = 0; i < nodes.length; i++) {
      sum += nodeWeights[i]! * (f(centre - half * nodes[i]!) + f(centre + half * nodes[i]!));
    }
  }
  return sum * half;
}

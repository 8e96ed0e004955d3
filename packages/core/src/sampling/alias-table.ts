import type { NumberArray } from '../distributions/sampler';
import { parameter } from '../distributions/internal/parameter';
import type { Rng } from '../random/rng';

/** Draws of an index by weight in constant time. Frozen and stateless. */
export interface AliasTable {
  /** The number of weights. */
  readonly size: number;
  /** The sum of the weights. */
  readonly total: number;
  /** Column i of the unit-wide columns belongs to index i below `cuts[i]`, in [i, i + 1], and to `aliases[i]` above. */
  readonly cuts: Float64Array;
  readonly aliases: Int32Array;
  /** An index in [0, size), with probability weight / total. One double: 2 draws of 32 bits. */
  draw(rng: Rng): number;
  /** Fills `out` with the indices that as many calls of `draw` would give, and returns it. */
  fill<Out extends NumberArray>(rng: Rng, out: Out): Out;
}

/**
 * The alias table of these weights (Walker 1977, built by Vose's method, 1991): O(size) to build, O(1) to draw.
 *
 * An index of weight 0 is never drawn. The others come with weight / total, to an absolute error of about 2^-53 each.
 *
 * @param weights at least one, each finite and 0 or more, with a sum above 0
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const table = aliasTable([1, 0, 3]);
 * table.total; // => 4
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('pick').at(0);
 * [0, 2].includes(table.draw(rng)); // => true
 * ```
 */
export function aliasTable(weights: ArrayLike<number>): AliasTable {
  const size = weights.length;
  const total = totalWeight(weights);
  const { cut, alias } = buildAlias(weights, total);
  const draw = (rng: Rng): number => {
    const x = rng.nextF64() * size;
    const column = x | 0;
    return x < cut[column]! ? column : alias[column]!;
  };
  return Object.freeze({
    size,
    total,
    cuts: cut,
    aliases: alias,
    draw,
    fill<Out extends NumberArray>(rng: Rng, out: Out): Out {
      for (let i = 0; i < out.length; i++) out[i] = draw(rng);
      return out;
    },
  });
}

/** The sum of weights. @throws SynthError `PARAMETER_INVALID` where one is not a weight, or all are 0 */
export function totalWeight(weights: ArrayLike<number>): number {
  parameter(weights.length > 0, 'weights', weights, 'a list of at least one number');
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      parameter(false, `weights[${i}]`, weight, 'a finite number, 0 or more');
    }
    total += weight;
  }
  parameter(total > 0 && total < Number.POSITIVE_INFINITY, 'sum of weights', total, 'finite and above 0');
  return total;
}

/** Column i belongs to i below `cut[i]`, a number in [i, i + 1], and to `alias[i]` above. */
function buildAlias(weights: ArrayLike<number>, total: number): { cut: Float64Array; alias: Int32Array } {
  const size = weights.length;
  const cut = new Float64Array(size);
  const alias = new Int32Array(size);
  // One array for both work lists: columns under the mean from the left, columns over it from the right.
  const work = new Int32Array(size);
  let under = 0;
  let over = size;
  let heaviest = 0;
  for (let i = 0; i < size; i++) {
    const filled = (cut[i] = (weights[i]! / total) * size);
    alias[i] = i;
    if (filled < 1) work[under++] = i;
    else work[--over] = i;
    if (weights[i]! > weights[heaviest]!) heaviest = i;
  }
  while (under > 0 && over < size) {
    const small = work[--under]!;
    const large = work[over]!;
    alias[small] = large;
    cut[large] = cut[large]! - (1 - cut[small]!);
    if (cut[large]! < 1) {
      over++;
      work[under++] = large;
    }
  }
  // What rounding leaves over is a full column, unless it has no weight at all.
  while (over < size) cut[work[over++]!] = 1;
  while (under > 0) {
    const left = work[--under]!;
    if (weights[left]! > 0) cut[left] = 1;
    else alias[left] = heaviest;
  }
  for (let i = 0; i < size; i++) cut[i] = cut[i]! + i;
  return { cut, alias };
}

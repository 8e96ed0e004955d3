import type { NumberArray } from '../distributions/sampler';
import { parameter } from '../distributions/internal/parameter';
import type { Rng } from '../random/rng';

/** Draws of an index by weight in constant time. Frozen and stateless. */
export interface AliasTable {
  /** The number of weights. */
  readonly size: number;
  /** The sum of the weights. */
  readonly total: number;
  /** Cell i is of index i below `cuts[i]`, a number in [i, i + 1], and of `aliases[i]` above: for loops that pack their own. */
  readonly cuts: Readonly<Float64Array>;
  readonly aliases: Readonly<Int32Array>;
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
  const { cuts, aliases } = buildCells(weights, total);
  const draw = (rng: Rng): number => {
    const x = rng.nextF64() * size;
    const cell = x | 0;
    return x < cuts[cell]! ? cell : aliases[cell]!;
  };
  return Object.freeze({
    size,
    total,
    cuts,
    aliases,
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

/** The work of building: shares of the cells that are their own index's, and lists of cells to pair. */
interface Cells {
  readonly shares: Float64Array;
  readonly aliases: Int32Array;
  /** Cells under the mean in front, cells over it behind. */
  readonly work: Int32Array;
}

// A function a loop: what the engine compiles within a long first loop, it cannot use after it.
function buildCells(weights: ArrayLike<number>, total: number): { cuts: Float64Array; aliases: Int32Array } {
  const size = weights.length;
  const cells: Cells = {
    shares: new Float64Array(size),
    aliases: new Int32Array(size),
    work: new Int32Array(size),
  };
  const [under, over] = pairCells(cells, fillCells(cells, weights, total));
  endCells(cells, weights, under, over);
  const { shares, aliases } = cells;
  for (let cell = 0; cell < size; cell++) shares[cell] = cell + shares[cell]!;
  return { cuts: shares, aliases };
}

/** Fills the cells with their own shares; returns how many are under the mean. */
function fillCells({ shares, aliases, work }: Cells, weights: ArrayLike<number>, total: number): number {
  const size = shares.length;
  let under = 0;
  let over = size;
  for (let i = 0; i < size; i++) {
    const filled = (shares[i] = (weights[i]! / total) * size);
    aliases[i] = i;
    if (filled < 1) work[under++] = i;
    else work[--over] = i;
  }
  return under;
}

/** Fills cells under the mean up from those over it; returns where the lists of either kind end and begin then. */
function pairCells({ shares, aliases, work }: Cells, split: number): readonly [under: number, over: number] {
  const size = shares.length;
  let under = split;
  let over = split;
  while (under > 0 && over < size) {
    const small = work[--under]!;
    const large = work[over]!;
    aliases[small] = large;
    shares[large] = shares[large]! - (1 - shares[small]!);
    if (shares[large]! < 1) {
      over++;
      work[under++] = large;
    }
  }
  return [under, over];
}

/** What rounding leaves over is a full cell, unless its index has no weight at all. */
function endCells(
  { shares, aliases, work }: Cells,
  weights: ArrayLike<number>,
  under: number,
  over: number,
): void {
  for (let at = over; at < work.length; at++) shares[work[at]!] = 1;
  const heaviest = under === 0 ? 0 : heaviestOf(weights);
  for (let at = under - 1; at >= 0; at--) {
    const left = work[at]!;
    if (weights[left]! > 0) shares[left] = 1;
    else aliases[left] = heaviest;
  }
}

function heaviestOf(weights: ArrayLike<number>): number {
  let heaviest = 0;
  for (let i = 1; i < weights.length; i++) if (weights[i]! > weights[heaviest]!) heaviest = i;
  return heaviest;
}

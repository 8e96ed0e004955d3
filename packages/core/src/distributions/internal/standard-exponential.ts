import type { Rng } from '../../random/rng';
import type { NumberArray } from '../sampler';

/**
 * The ziggurat of the exponential density exp(-x): 256 layers of equal area. `edge` is where the tail begins and
 * `area` a layer's area, both solved to 25 digits from the condition that the layers close at height 1.
 */
const layers = 256;
const edge = 7.69711747013105;
const area = 0.003949659822581557;

interface Ziggurat {
  /** Right end of each layer; [0] is the width of the bottom layer with its tail drawn as a rectangle. */
  readonly ends: Float64Array;
  /** Height of the density at the right end. */
  readonly heights: Float64Array;
  /** The share of a layer that lies wholly under the curve. */
  readonly insides: Float64Array;
}

function buildZiggurat(): Ziggurat {
  const ends = new Float64Array(layers + 1);
  const heights = new Float64Array(layers + 1);
  ends[1] = edge;
  heights[1] = Math.exp(-edge);
  ends[0] = area / heights[1]!;
  for (let i = 2; i < layers; i++) {
    heights[i] = heights[i - 1]! + area / ends[i - 1]!;
    ends[i] = -Math.log(heights[i]!);
  }
  heights[layers] = 1;
  const insides = Float64Array.from({ length: layers }, (_, i) => ends[i + 1]! / ends[i]!);
  return { ends, heights, insides };
}

const { ends, heights, insides } = /* @__PURE__ */ buildZiggurat();

/**
 * An exponential value of rate 1 by the ziggurat (Marsaglia and Tsang 2000); the layer's index and the 53 bits of the
 * position share no bit. 2 draws of 32 bits in 97.8 % of cases, 2.07 on average.
 */
export function standardExponential(rng: Rng): number {
  const word = rng.nextI32();
  const u = ((word >>> 11) * 4294967296 + rng.nextU32()) * 1.1102230246251565e-16;
  const layer = word & 255;
  return u < insides[layer]! ? u * ends[layer]! : outside(rng, layer, u);
}

/** Fills the first `count` numbers of `out` with what as many calls of {@link standardExponential} give, times `mean`. */
export function fillExponential(rng: Rng, out: NumberArray, count: number, mean: number): void {
  for (let i = 0; i < count; i++) {
    const word = rng.nextI32();
    const u = ((word >>> 11) * 4294967296 + rng.nextU32()) * 1.1102230246251565e-16;
    const layer = word & 255;
    // The usual path in the loop itself: no number leaves it through a call.
    if (u < insides[layer]!) out[i] = u * ends[layer]! * mean;
    else out[i] = outside(rng, layer, u) * mean;
  }
}

/** The wedges and the tail, which is the whole distribution again; apart so that the usual path stays small. */
function outside(rng: Rng, layer: number, u: number): number {
  if (layer === 0) return edge + standardExponential(rng);
  const x = u * ends[layer]!;
  const low = heights[layer]!;
  if (low + rng.nextF64() * (heights[layer + 1]! - low) < Math.exp(-x)) return x;
  return standardExponential(rng);
}

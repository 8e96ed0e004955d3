import type { Rng } from '../../random/rng';

/**
 * The ziggurat of the normal density exp(-x^2 / 2): 256 layers of equal area. `edge` is where the tail begins and
 * `area` a layer's area, both solved to 25 digits from the condition that the layers close at height 1.
 */
const layers = 256;
const edge = 3.654152885361009;
const area = 0.004928673233974655;

interface Ziggurat {
  /** Right end of each layer; [0] is the width of the bottom layer with its tail drawn as a rectangle. */
  readonly x: Float64Array;
  /** Height of the density at `x`. */
  readonly height: Float64Array;
  /** The share of a layer that lies wholly under the curve. */
  readonly inside: Float64Array;
}

function buildZiggurat(): Ziggurat {
  const x = new Float64Array(layers + 1);
  const height = new Float64Array(layers + 1);
  const inside = new Float64Array(layers);
  x[1] = edge;
  height[1] = Math.exp(-0.5 * edge * edge);
  x[0] = area / height[1]!;
  height[0] = Math.exp(-0.5 * x[0]! * x[0]!);
  for (let i = 2; i < layers; i++) {
    height[i] = height[i - 1]! + area / x[i - 1]!;
    x[i] = Math.sqrt(-2 * Math.log(height[i]!));
  }
  x[layers] = 0;
  height[layers] = 1;
  for (let i = 0; i < layers; i++) inside[i] = x[i + 1]! / x[i]!;
  return { x, height, inside };
}

const { x: ends, height: heights, inside: insides } = /* @__PURE__ */ buildZiggurat();

/**
 * A standard normal value by the ziggurat (Marsaglia and Tsang 2000, with Doornik's 2005 remedy: the layer's index
 * and the 53 bits of the position share no bit). No spare is kept. 2 draws of 32 bits in 98.5 % of cases, 2.04 on
 * average.
 */
export function standardNormal(rng: Rng): number {
  const word = rng.nextI32();
  // 21 signed bits above 32: a multiple of 2^-52 in [-1, 1).
  const u = ((word >> 11) * 4294967296 + rng.nextU32()) * 2.220446049250313e-16;
  const layer = word & 255;
  return Math.abs(u) < insides[layer]! ? u * ends[layer]! : outside(rng, layer, u);
}

/** The wedges and the tail, apart so that the usual path stays small. */
function outside(rng: Rng, firstLayer: number, firstU: number): number {
  let layer = firstLayer;
  let u = firstU;
  for (;;) {
    if (layer === 0) return u < 0 ? -tail(rng) : tail(rng);
    const x = u * ends[layer]!;
    const low = heights[layer]!;
    if (low + rng.nextF64() * (heights[layer + 1]! - low) < Math.exp(-0.5 * x * x)) return x;
    const word = rng.nextI32();
    u = ((word >> 11) * 4294967296 + rng.nextU32()) * 2.220446049250313e-16;
    layer = word & 255;
    if (Math.abs(u) < insides[layer]!) return u * ends[layer]!;
  }
}

/** Beyond the edge, by Marsaglia's exponential rejection (1964). */
function tail(rng: Rng): number {
  for (;;) {
    const x = -Math.log(1 - rng.nextF64()) / edge;
    const y = -Math.log(1 - rng.nextF64());
    if (y + y > x * x) return edge + x;
  }
}

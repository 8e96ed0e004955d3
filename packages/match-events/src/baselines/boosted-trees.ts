import { sigmoid } from '../outcomes/logistic';
import type { LabelledRows, Scorer } from './labelled-rows';

const bins = 32;
const trees = 60;
const depth = 3;
const rate = 0.1;
/** Added to the curvature of a leaf: keeps small leaves small. */
const ridge = 5;

type Node =
  | { readonly value: number }
  | { readonly feature: number; readonly bin: number; readonly low: Node; readonly high: Node };

interface Sums {
  gradient: number;
  curvature: number;
}

/** A feature of 0..1 in one of 32 equal bins; what is outside goes to the ends. */
const binOf = (value: number): number => Math.min(bins - 1, Math.max(0, Math.floor(value * bins)));

const gain = ({ gradient, curvature }: Sums): number => (gradient * gradient) / (curvature + ridge);

/**
 * Gradient-boosted trees over histograms, as LightGBM and XGBoost make them, in small: 60 trees of depth 3 on 32 equal
 * bins of features in 0..1, each fitted to gradient and curvature of the logistic loss, shrunk by .1.
 */
export function boostedTrees({ features, labels }: LabelledRows): Scorer {
  const width = features[0]?.length ?? 0;
  const binned = features.map((row) => Uint8Array.from({ length: width }, (_, j) => binOf(row[j]!)));
  const positives = Array.from(labels).reduce((sum, label) => sum + label, 0);
  const prior = Math.log((positives + 0.5) / (features.length - positives + 0.5));
  const scores = new Float64Array(features.length).fill(prior);
  const forest: Node[] = [];
  const everyRow = Array.from({ length: features.length }, (_, i) => i);
  for (let tree = 0; tree < trees; tree++) {
    const gradients = scores.map((score, i) => labels[i]! - sigmoid(score));
    const curvatures = scores.map((score) => sigmoid(score) * (1 - sigmoid(score)));
    const grown = grow({ binned, gradients, curvatures, width }, everyRow, depth);
    binned.forEach((row, i) => (scores[i]! += leafOf(grown, row)));
    forest.push(grown);
  }
  return {
    score(values) {
      const row = Uint8Array.from({ length: width }, (_, j) => binOf(values[j]!));
      return forest.reduce((sum, tree) => sum + leafOf(tree, row), prior);
    },
  };
}

interface Loss {
  readonly binned: readonly Uint8Array[];
  readonly gradients: Float64Array;
  readonly curvatures: Float64Array;
  readonly width: number;
}

function leafOf(tree: Node, row: Uint8Array): number {
  let node = tree;
  while (!('value' in node)) node = row[node.feature]! <= node.bin ? node.low : node.high;
  return node.value;
}

function grow(loss: Loss, rows: readonly number[], levels: number): Node {
  const all = rows.reduce<Sums>(
    (sums, i) => ({
      gradient: sums.gradient + loss.gradients[i]!,
      curvature: sums.curvature + loss.curvatures[i]!,
    }),
    { gradient: 0, curvature: 0 },
  );
  const best = levels === 0 ? undefined : bestCut(loss, rows, all);
  if (best === undefined) return { value: (rate * all.gradient) / (all.curvature + ridge) };
  const isLow = (i: number): boolean => loss.binned[i]![best.feature]! <= best.bin;
  const side = (low: boolean): Node =>
    grow(
      loss,
      rows.filter((i) => isLow(i) === low),
      levels - 1,
    );
  return { ...best, low: side(true), high: side(false) };
}

/** The cut that lowers the loss most; undefined where none lowers it. */
function bestCut(
  loss: Loss,
  rows: readonly number[],
  all: Sums,
): { feature: number; bin: number } | undefined {
  let best: { feature: number; bin: number } | undefined;
  let most = gain(all) + 1e-9;
  const gradients = new Float64Array(bins);
  const curvatures = new Float64Array(bins);
  for (let feature = 0; feature < loss.width; feature++) {
    gradients.fill(0);
    curvatures.fill(0);
    for (const i of rows) {
      const bin = loss.binned[i]![feature]!;
      gradients[bin]! += loss.gradients[i]!;
      curvatures[bin]! += loss.curvatures[i]!;
    }
    const low = { gradient: 0, curvature: 0 };
    for (let bin = 0; bin < bins - 1; bin++) {
      low.gradient += gradients[bin]!;
      low.curvature += curvatures[bin]!;
      const high = { gradient: all.gradient - low.gradient, curvature: all.curvature - low.curvature };
      if (low.curvature < 1 || high.curvature < 1) continue;
      const found = gain(low) + gain(high);
      if (found <= most) continue;
      most = found;
      best = { feature, bin };
    }
  }
  return best;
}

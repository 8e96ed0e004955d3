import { logisticRegression, rocArea } from '@synth/core';
import { matchEvents } from '../match-events';
import { featureNames } from '../features/feature-names';
import { aucWithInterval } from './auc';
import { baselines } from './baselines';
import { boostedTrees } from './boosted-trees';
import type { LabelledRows } from './labelled-rows';
import { valuesOf } from './labelled-rows';

const planted = [0.7, 1.75, 1, 2, 1.25, 0.45, 1.5, 0.2];

/** Events as rows, with the planted probabilities. */
function rowsOf(count: number, outcome: 'logistic' | 'steps', seed: string) {
  const data = matchEvents({ users: 2000, groups: 700, count, outcome, seed, truth: true });
  const events = [...data.events()];
  const rows: LabelledRows = {
    features: events.map(({ features }) => featureNames.map((name) => features[name])),
    labels: events.map(({ label }) => label),
  };
  return {
    rows,
    probabilities: [...data.rows('truth_events')].map(({ probability }) => Number(probability)),
  };
}

const partOf = ({ features, labels }: LabelledRows, from: number, to: number): LabelledRows => ({
  features: features.slice(from, to),
  labels: Array.from(labels).slice(from, to),
});

it('aucWithInterval has the interval of DeLong', () => {
  // Placements of positives 1, .5 and of negatives .5, 1: variance .125 each, over 2 rows each.
  const { auc, low, high } = aucWithInterval([1, 3, 2, 4], [0, 0, 1, 1]);
  expect(auc).toBe(0.75);
  expect(low).toBeCloseTo(0.75 - 1.96 * Math.sqrt(0.125), 12);
  expect(high).toBe(1);
});

describe.each(['logistic', 'steps'] as const)('P13, outcome %s', (outcome) => {
  const seeds = ['a', 'b', 'c'];
  it.each([
    [300, 0.035],
    [1000, 0.015],
    [5000, 0.005],
  ])(
    'a regression on %i events comes within %f of the best possible area, on average over seeds',
    (count, most) => {
      const gaps = seeds.map((seed) => {
        const { rows, probabilities } = rowsOf(count + 4000, outcome, seed);
        const model = logisticRegression(valuesOf(partOf(rows, 0, count)), 1);
        const scores = rows.features.slice(count).map((row) => model.score(row));
        const truth = probabilities.slice(count);
        return rocArea(truth, truth) - rocArea(scores, truth);
      });
      const gap = gaps.reduce((sum, one) => sum + one, 0) / gaps.length;
      expect(gap).toBeLessThanOrEqual(most);
      expect(gap).toBeGreaterThan(-0.001);
    },
    60_000,
  );
});

it.each([
  [5000, 0.8, 0.5],
  [20_000, 0.9, 0.25],
])(
  'P14: at %i events the planted weights are found, tau %f, error %f',
  (count, leastTau, most) => {
    const { weights } = logisticRegression(valuesOf(rowsOf(count, 'logistic', 'weights').rows), 1e-3);
    let agreed = 0;
    planted.forEach((a, i) =>
      planted.slice(0, i).forEach((b, j) => (agreed += Math.sign((a - b) * (weights[i]! - weights[j]!)))),
    );
    expect(agreed / 28).toBeGreaterThanOrEqual(leastTau);
    expect(Math.max(...weights.map((weight, i) => Math.abs(weight - planted[i]!)))).toBeLessThanOrEqual(most);
  },
  60_000,
);

describe('baselines', () => {
  it('finds what is planted, and nothing where labels are shuffled', () => {
    const { rows } = rowsOf(4000, 'logistic', 'baselines');
    const found = baselines(partOf(rows, 0, 3000), partOf(rows, 3000, 4000));
    expect(found.logistic.low).toBeGreaterThan(0.5);
    expect(found.trees.low).toBeGreaterThan(0.5);
    expect(found.shuffled.low).toBeLessThanOrEqual(0.5);
    expect(found.shuffled.high).toBeGreaterThanOrEqual(0.5);
  });

  it('refuses labels of one kind', () => {
    const rows = { features: [[0], [1]], labels: [1, 1] };
    expect(() => baselines(rows, rows)).toThrow(expect.objectContaining({ code: 'ROWS_UNFIT' }) as Error);
  });

  it('grows trees that find what no line finds', () => {
    const features = Array.from({ length: 400 }, (_, i) => [(i % 20) / 20, Math.floor(i / 20) / 20]);
    const labels = features.map(([a, b]) => (a! < 0.5 === b! < 0.45 ? 1 : 0));
    const model = boostedTrees({ features, labels });
    expect(
      rocArea(
        features.map((row) => model.score(row)),
        labels,
      ),
    ).toBeGreaterThan(0.95);
  });
});

import { rocArea } from '@synth/core';
import { matchEvents } from '../match-events';
import { bayesAuc, ProbabilityHistogram } from './probability-histogram';

describe('bayesAuc', () => {
  it('is the share of pairs of events, one accepted and one not, that the probability puts in order', () => {
    const probabilities = [0.05, 0.2, 0.2, 0.51, 0.8];
    const histogram = new ProbabilityHistogram();
    for (const p of probabilities) histogram.add(p);
    let [won, all] = [0, 0];
    for (const p of probabilities) {
      for (const q of probabilities) {
        won += p * (1 - q) * (p > q ? 1 : p === q ? 0.5 : 0);
        all += p * (1 - q);
      }
    }
    expect(bayesAuc([{ histogram, share: 1 }])).toBeCloseTo(won / all, 12);
  });

  it.each(['steps', 'logistic', 'dating-like'] as const)(
    'of the manifest is what the planted probabilities reach on drawn labels: %s',
    (outcome) => {
      const data = matchEvents({ outcome, count: 20_000, groups: 0, users: 2000, truth: true, seed: 8 });
      const probabilities = [...data.rows('truth_events')].map((row) => Number(row['probability']));
      const labels = [...data.events()].map(({ label }) => label);
      // The standard error at 20,000 labels is under .004.
      expect(Math.abs(rocArea(probabilities, labels) - Number(data.describe()['bayes_auc']))).toBeLessThan(
        0.016,
      );
    },
  );
});

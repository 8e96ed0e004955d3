import { rocArea } from '@synth/core';
import { betaBinomialFit } from '../src/evaluate/beta-binomial';
import { crossValidatedAuc } from '../src/evaluate/cross-validated-auc';
import type { Decisions } from '../src/evaluate/decisions';
import { historyOf } from '../src/evaluate/history';
import { regressionOf } from '../src/evaluate/regression-of';
import { reciprocalSuccess } from '../src/evaluate/reciprocal-success';
import { twoSidedFigures } from '../src/evaluate/two-sided-figures';
import reference from './reference/two-sided.json';

const decisions: Decisions = {
  people: reference.decisions.people,
  seekers: Int32Array.from(reference.decisions.seekers),
  others: Int32Array.from(reference.decisions.others),
  yes: Uint8Array.from(reference.decisions.yes),
  features: reference.decisions.features.map((column) => Float64Array.from(column)),
  sides: Uint8Array.from(reference.decisions.sides),
};
const rows = Int32Array.from(decisions.yes, (_, row) => row);

describe('figures, held to those of numpy, scipy and scikit-learn', () => {
  it('rocArea, with ties', () => {
    const { scores, labels, area } = reference.rocAuc;
    expect(rocArea(scores, labels)).toBeCloseTo(area, 12);
  });

  it('betaBinomialFit', () => {
    const { successes, trials, mean, rho } = reference.betaBinomial;
    const fit = betaBinomialFit(successes, trials);
    expect(fit.mean).toBeCloseTo(mean, 4);
    expect(fit.rho).toBeCloseTo(rho, 4);
  });

  it('regressionOf', () => {
    const { intercept, weights } = reference.logisticRegression;
    const fit = regressionOf(decisions.features, decisions.yes, rows);
    expect(fit.intercept).toBeCloseTo(intercept, 6);
    fit.weights.forEach((weight, i) => expect(weight).toBeCloseTo(weights[i]!, 6));
  });

  it('historyOf: the decision itself is left out', () => {
    const [giver, receiver] = historyOf(decisions);
    reference.history.giver.forEach((value, row) => expect(giver[row]).toBeCloseTo(value, 12));
    reference.history.receiver.forEach((value, row) => expect(receiver[row]).toBeCloseTo(value, 12));
  });

  it('crossValidatedAuc', () => {
    const { profile, history } = reference.crossValidated;
    expect(crossValidatedAuc(decisions.features, decisions.yes, reference.fold)).toBeCloseTo(profile, 9);
    expect(crossValidatedAuc(historyOf(decisions), decisions.yes, reference.fold)).toBeCloseTo(history, 9);
  });

  it('twoSidedFigures', () => {
    const figures = twoSidedFigures(decisions, { seed: 1 });
    for (const [figure, value] of Object.entries(reference.figures)) {
      expect([figure, figures[figure]]).toEqual([figure, expect.closeTo(value, 4)]);
    }
    // Other folds than the reference's.
    expect(Math.abs(figures['profileAuc']! - reference.crossValidated.profile)).toBeLessThan(0.03);
    expect(Math.abs(figures['historyAuc']! - reference.crossValidated.history)).toBeLessThan(0.03);
  });

  it('reciprocalSuccess', () => {
    const { top, oneSided, reciprocal } = reference.reciprocal;
    const found = reciprocalSuccess(decisions, (seeker, other) => reference.accepts[seeker]![other] === 1, {
      top,
    });
    expect(found).toEqual({
      oneSided: expect.closeTo(oneSided, 12),
      reciprocal: expect.closeTo(reciprocal, 12),
    });
  });
});

it('tells nothing where there is nothing to tell', () => {
  expect(rocArea([1, 2], [1, 1])).toBeNaN();
  expect(betaBinomialFit([0], [0]).rho).toBeNaN();
  const { yesA, yesB, phi } = twoSidedFigures({ ...decisions, sides: undefined } as never, { seed: 1 });
  expect([yesA, yesB]).toEqual([Number.NaN, Number.NaN]);
  expect(Math.abs(phi!)).toBeLessThan(1);
});

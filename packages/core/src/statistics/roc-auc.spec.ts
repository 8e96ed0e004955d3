import { rocArea, rocAuc } from './roc-auc';

describe('rocArea', () => {
  it('counts ties as halves and takes probabilities for labels', () => {
    expect(rocArea([1, 2, 3, 4], [0, 0, 1, 1])).toBe(1);
    expect(rocArea([1, 1], [0, 1])).toBe(0.5);
    expect(rocArea([1, 2], [0.5, 0.5])).toBe(0.5);
  });

  it('is not there where all are of one kind', () => {
    expect(rocArea([1, 2], [1, 1])).toBeNaN();
    expect(rocArea([1, 2], [0, 0])).toBeNaN();
  });
});

describe('rocAuc', () => {
  it('has the standard error of DeLong', () => {
    // Placements of positives 1, .5 and of negatives .5, 1: variance .125 each, over 2 rows each.
    const { auc, error } = rocAuc([1, 3, 2, 4], [0, 0, 1, 1]);
    expect(auc).toBe(0.75);
    expect(error).toBeCloseTo(Math.sqrt(0.125), 12);
  });
});

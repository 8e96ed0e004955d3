import { ageScore, referenceAgeScore } from './age';
import { budgetRatio, budgetScore, groupBudgetScore } from './budget';
import { dateOverlapScore, dateOverlapShare, sharedDays } from './dates';
import { distanceScore } from './distance';
import { addedFor, habitScore, originScore, personalityScore } from './lifestyle';
import { interestScore, languageScore } from './production-features';

const unknown = Number.NaN;

describe('the rules of single features', () => {
  it.each([
    [0, 1],
    [25, 1],
    [25.1, 0.95],
    [50, 0.95],
    [50.1, 0.85],
    [100, 0.85],
    [100.1, 0.75],
    [150, 0.75],
    [150.1, 0.6],
    [200, 0.6],
    [200.1, 0],
    [20_000, 0],
    [unknown, 0.5],
  ])('distance: %f km scores %f', (km, score) => expect(distanceScore(km)).toBe(score));

  it.each([
    [0, 10, 0],
    [0.9, 1, 0],
    [8, 10, 1],
    [10, 10, 1],
    [7.9, 10, 0.9],
    [5, 10, 0.9],
    [4.9, 10, 0.8],
    [3, 10, 0.8],
    [2.9, 10, 0.6],
    [2, 10, 0.6],
    [1.9, 10, 0.3],
    [1, 10, 0.3],
    [1, 10.1, 0.1],
    [1, 400, 0.1],
    [unknown, 10, 0.5],
    [unknown, unknown, 0.5],
  ])('dates: %f days of %f score %f', (shared, stay, score) =>
    expect(dateOverlapScore(shared, stay)).toBe(score),
  );

  it.each([
    [0, 0, 0],
    [0, 5, 0],
    [2, 5, 0.4],
    [5, 5, 1],
    [6, 5, 1],
    [unknown, unknown, 0.5],
  ])('dates, reference: %f of %f days score %f', (shared, shorter, score) =>
    expect(dateOverlapShare(shared, shorter)).toBe(score),
  );

  it.each([
    [0, 10, 2, 8, 6],
    [2, 8, 0, 10, 6],
    [0, 5, 5, 9, 0],
    [0, 5, 7, 9, 0],
    [0, 5, 4, 9, 1],
    [3, 3, 0, 9, 0],
    [unknown, unknown, 0, 9, unknown],
  ])('stays %f-%f and %f-%f share %f days', (startA, endA, startB, endB, days) =>
    expect(sharedDays(startA, endA, startB, endB)).toBe(days),
  );

  it.each([
    [100, 100, 1, 1],
    [90, 100, 1, 0.9],
    [89, 100, 0.8, 0.89],
    [75, 100, 0.8, 0.75],
    [74, 100, 0.6, 0.74],
    [50, 100, 0.6, 0.5],
    [49, 100, 0.4, 0.49],
    [0, 100, 0.4, 0],
    [0, 0, 1, 1],
    [unknown, 100, 0.5, 0.5],
  ])('budgets %f and %f score %f; their ratio %f', (a, b, score, ratio) => {
    expect([budgetScore(a, b), budgetScore(b, a)]).toEqual([score, score]);
    expect([budgetRatio(a, b), budgetRatio(b, a)]).toEqual([ratio, ratio]);
  });

  it.each([
    [20_000, 20_000, 1],
    [20_000, 30_000, 0.75],
    [0, 40_000, 0],
    [0, 90_000, 0],
    [unknown, 1, 0.5],
  ])('budgets %f and of a group %f score %f', (a, b, score) => expect(groupBudgetScore(a, b)).toBe(score));

  it.each([
    [0, 0, 0],
    [0.2, 0.4, 0.2],
    [0.8, 1, 0.8],
    [0.9, 1, 0.9],
    [unknown, 0.5, 0.5],
  ])('interests of Jaccard %f score %f, of a group %f', (similarity, solo, group) => {
    expect(interestScore(similarity, true)).toBeCloseTo(solo, 12);
    expect(interestScore(similarity, false)).toBe(group);
  });

  it.each([
    [0, 1, 1],
    [2, 1, 1],
    [2.1, 0.9, 0.8],
    [5, 0.9, 0.8],
    [6, 0.7, 0.6],
    [10, 0.7, 0.6],
    [11, 0.5, 0.4],
    [15, 0.5, 0.4],
    [16, 0.3, 0.2],
    [25, 0.3, 0.2],
    [26, 0.1, 0.2],
    [40, 0.1, 0.2],
    [41, 0.05, 0.2],
    [unknown, 0.5, 0.5],
  ])('%f years score %f; reference %f', (years, score, reference) => {
    expect(ageScore(years)).toBe(score);
    expect(referenceAgeScore(years)).toBe(reference);
  });

  it.each([
    [0, 0],
    [0.5, 0.8],
    [1, 1],
    [unknown, 0.5],
  ])('languages of Jaccard %f score %f', (similarity, score) =>
    expect(languageScore(similarity)).toBe(score),
  );

  it('habits, personality and origins go by steps', () => {
    expect([habitScore(0, 0), habitScore(0, 1), habitScore(2, 0), habitScore(-1, 2)]).toEqual([
      1, 0.6, 0.2, 0.5,
    ]);
    expect([
      personalityScore(2, 2),
      personalityScore(1, 2),
      personalityScore(0, 2),
      personalityScore(0, -1),
    ]).toEqual([1, 0.7, 0.4, 0.5]);
    expect([originScore(3, 3), originScore(3, 4), originScore(-1, -1)]).toEqual([1, 0.5, 0.5]);
    expect([addedFor(1, 1, 0.3, -0.2), addedFor(1, 2, 0.3, -0.2), addedFor(-1, -1, 0.3, -0.2)]).toEqual([
      0.3, -0.2, 0,
    ]);
  });
});

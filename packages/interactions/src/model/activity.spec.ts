import { streams } from '@synth/core';
import { activityModel } from './activity';

const stream = streams({ seed: 1, dataset: 'test' }).stream('activity');

function counts(model: ReturnType<typeof activityModel>, users = 50_000): Float64Array {
  return Float64Array.from({ length: users }, (_, user) => model.count(stream.at(user)));
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const sd = (values: Float64Array): number => {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length);
};

const shapes = [
  { kind: 'beta', alpha: 2, beta: 5 },
  { kind: 'shifted-lognormal', shift: 18.7, scale: 36, sigma: 1.43 },
  { kind: 'capped', full: 0.95 },
] as const;

describe('activityModel', () => {
  it.each(shapes)('$kind: has the mean it says, between its bounds', (shape) => {
    const model = activityModel(shape, { min: 20, max: 450 });
    const drawn = counts(model);
    expect(Math.abs(mean(drawn) - model.mean)).toBeLessThan((5 * sd(drawn)) / Math.sqrt(drawn.length) + 0.02);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(450);
    expect(model.factor).toBe(1);
  });

  it.each(shapes)('$kind: is rescaled to a mean', (shape) => {
    for (const target of [25, 100, 300]) {
      const model = activityModel(shape, { min: 20, max: 450 }, target);
      expect(Math.abs(model.mean - target)).toBeLessThan(0.02 * target);
      const drawn = counts(model);
      expect(Math.abs(mean(drawn) - target)).toBeLessThan(
        (5 * sd(drawn)) / Math.sqrt(drawn.length) + 0.02 * target,
      );
    }
  });

  it('beta: is the published rule, floor(min + (max - min) Beta(2, 5))', () => {
    const drawn = counts(activityModel(shapes[0], { min: 3, max: 50 }));
    // 3 + 47 x 2/7, less the half that rounding down takes.
    expect(Math.abs(mean(drawn) - (3 + (47 * 2) / 7 - 0.5))).toBeLessThan(0.2);
  });
});

import { powr } from '@synth/core';
import * as fc from 'fast-check';
import { fixedPower } from './fixed-power';

it.each([-2, -0.182, 0, 0.5, 1, 2])('is near the power of %d', (exponent) => {
  const power = fixedPower(exponent);
  fc.assert(
    fc.property(fc.double({ min: 1e-150, max: 1e150, noNaN: true }), (x) => {
      expect(Math.abs(power(x) / powr(x, exponent) - 1)).toBeLessThan(4e-6);
    }),
    { numRuns: 2000 },
  );
});

it('takes what is smaller than 2^-1022 for that', () => {
  expect(fixedPower(-0.5)(0) / 2 ** 511).toBeCloseTo(1, 5);
  expect(fixedPower(-0.5)(Number.MIN_VALUE)).toBe(fixedPower(-0.5)(0));
});

import type { place } from './feature-names';

type Place = (typeof place)[keyof typeof place];

/** The bit of a feature whose rule reads codes or steps: set where one of them, or all of them or-ed, is unknown. */
export const missingCode = (codes: number, feature: Place): number => (codes >>> 31) << feature;

/** The bit of a feature whose rule reads numbers: set where what comes of them is NaN. */
export const missingNumber = (value: number, feature: Place): number =>
  Number.isNaN(value) ? 1 << feature : 0;

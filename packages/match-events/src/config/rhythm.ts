/** Relative activity of the hours of a day: people look for company at lunch and in the evening. */
export const daily: number[] = [
  0.5, 0.3, 0.2, 0.15, 0.15, 0.25, 0.5, 0.75, 0.9, 0.95, 1, 1.1, 1.25, 1.15, 1, 1, 1.05, 1.2, 1.45, 1.7, 1.9,
  1.9, 1.5, 0.95,
];

/** Relative activity of Monday to Sunday. */
export const weekly: number[] = [1, 0.95, 0.95, 0.95, 0.9, 1, 1.25];

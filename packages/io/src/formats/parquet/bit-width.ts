/** The bits that the integers 0 .. `max` need. */
export const bitWidth = (max: number): number => (max === 0 ? 0 : 32 - Math.clz32(max));

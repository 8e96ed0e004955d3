/**
 * Effects in the order of size that logit models of speed dating find (giver 1.1 to 1.2, receiver 1.0, correlation of
 * both -.3): plausible, not fitted to published bands.
 */
export const datingDefaults = {
  sideA: -0.85,
  sideB: -0.15,
  giver: 1.3,
  receiver: 1.1,
  correlation: -0.3,
  profile: 0.2,
  reciprocity: 0.3,
};

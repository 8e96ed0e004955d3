/**
 * The effects under which decisions look like those of speed dating (docs/match.md), in log-odds: written by
 * `nx run match-events:fit`.
 */
export const datingDefaults = {
  sideA: -0.68,
  sideB: 0.04,
  giver: 1.46,
  receiver: 1.34,
  correlation: -0.39,
  profile: 0.36,
  reciprocity: 0.34,
};

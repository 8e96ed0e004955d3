// Written by `nx run match-events:fit`: run it again rather than edit a number.

export const datingDefaults = {
  sideA: -0.85,
  sideB: -0.15,
  giver: 1.3,
  receiver: 1.1,
  correlation: -0.3,
  profile: 0.2,
  reciprocity: 0.3,
};

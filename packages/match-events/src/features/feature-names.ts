/** The eight features of an event, in the order of the training columns. */
export const featureNames = [
  'distanceScore',
  'dateOverlapScore',
  'budgetScore',
  'interestScore',
  'ageScore',
  'languageScore',
  'lifestyleScore',
  'backgroundScore',
] as const;

export type FeatureName = (typeof featureNames)[number];

export const featureCount = featureNames.length;

/** The place of each feature in a vector of features; its bit in a set of features is 1 << place. */
export const place = {
  distance: 0,
  dates: 1,
  budget: 2,
  interests: 3,
  age: 4,
  language: 5,
  lifestyle: 6,
  background: 7,
} as const;

/** What an event is about: another traveller, or a group. */
export const matchTypes = ['user_user', 'user_group'] as const;

export type MatchType = (typeof matchTypes)[number];
